/** The button that lets go of what is chosen. */
import { select } from "../state/store.ts";
import { Icon } from "./icon.tsx";

export function Deselect() {
  return (
    <button type="button" class="icon-button" aria-label="선택 풀기" title="선택 풀기 (Esc)" onClick={() => select({})}>
      <Icon name="close" />
    </button>
  );
}
