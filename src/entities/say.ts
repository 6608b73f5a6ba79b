/** Korean particles for the reasons given to the reader: 과/와, 을/를, 은/는, 이/가 by the last sound of the word. */
import { josa } from "es-hangul";

type Particle = Parameters<typeof josa>[1];

/** `'우융밍'은`: a quoted name with the particle that fits it; both shapes where letters do not tell. */
export function quoted(name: string, particle: Particle): string {
  const plain = name.replace(/[^가-힣A-Za-z0-9]+$/, "");
  if (/[가-힣]$/.test(plain)) return `'${name}'${josa.pick(plain, particle)}`;
  const [first, second] = particle.split("/");
  return `'${name}'${first}(${second})`;
}
