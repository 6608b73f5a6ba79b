/** One clear line when something went wrong, and what to do. */
import { failure, loaded } from "../state/store.ts";
import { Icon } from "./icon.tsx";

export function Notice() {
  if (!failure.value) return null;
  return (
    <div class="notice" role="alert">
      <p class="notice-title">{failure.value.title}</p>
      <p>{failure.value.advice}</p>
      {loaded.value && (
        <button
          type="button"
          class="icon-button"
          aria-label="닫기"
          onClick={() => {
            failure.value = undefined;
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
