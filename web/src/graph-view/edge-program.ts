/**
 * Draws edges: a strip of triangles along the edge with the arrow's head at its end, straight or curved, whole,
 * dashed or dotted.
 *
 * The strip is laid in pixels in the vertex shader: ends are cut at the nodes' outlines, dashes keep their length at
 * every zoom. A curve costs its twelve segments only where it is drawn; a quadrilateral around the whole bow, with
 * the distance to the curve solved for each of its pixels, took seven times the time of a straight arrow.
 */
import type { Attributes } from "graphology-types";
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { StagePlace } from "./stage-graph.ts";

/** What the edge reducer adds to sigma's own display data. */
export interface EdgeLook {
  /** See curves.ts; 0 is straight. */
  curvature: number;
  /** 1: a head at the target; 0: none, for relations that hold both ways. */
  arrow: number;
  /** Length of a dash and of the gap after it in pixels; 0: a whole line. */
  dash: number;
  gap: number;
}

const VERTEX = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec2 a_sizes;
attribute float a_thickness;
attribute vec4 a_form;
attribute vec4 a_color;
attribute vec3 a_vertex;
uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;
varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_along;
varying vec2 v_dash;
const float bias = 255.0 / 254.0;

vec2 P, C, Q;
vec2 at(float t) { return mix(mix(P, C, t), mix(C, Q, t), t); }
vec2 slope(float t) { return 2.0 * mix(C - P, Q - C, t); }
vec2 pixels(vec2 point) {
  vec2 clip = (u_matrix * vec3(point, 1.0)).xy;
  return vec2(clip.x, -clip.y) * u_dimensions * 0.5;
}
float cut(vec2 end, float t, float direction, float wanted) {
  for (int i = 0; i < 3; i++) {
    vec2 away = at(t) - end;
    float speed = dot(slope(t), normalize(away + vec2(1e-4)));
    t += (wanted - length(away)) / (abs(speed) + 1e-3) * direction;
  }
  return t;
}

void main() {
  P = pixels(a_source);
  Q = pixels(a_target);
  vec2 chord = Q - P;
  C = (P + Q) * 0.5 + a_form.x * vec2(-chord.y, chord.x);
  float reach = length(chord);
  vec2 radii = a_sizes / u_sizeRatio + 2.0;
  float width = max(a_thickness / sqrt(u_sizeRatio), 0.8);
  float head = a_form.y * (4.5 + width * 2.4);
  if (reach < radii.x + radii.y + head + 3.0) head = 0.0;
  float headHalf = head * 0.42;
  if (reach < radii.x + radii.y) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  float start = cut(P, radii.x / reach, 1.0, radii.x);
  float base = cut(Q, 1.0 - (radii.y + head) / reach, -1.0, radii.y + head);
  float tip = cut(Q, 1.0 - radii.y / reach, -1.0, radii.y);
  float t = mix(start, base, a_vertex.x);
  float half_ = width * 0.5;
  float across = a_vertex.y * (half_ + 1.0);
  if (a_vertex.z > 1.5) {
    t = tip;
    across = 0.0;
    half_ = 0.0;
  } else if (a_vertex.z > 0.5) {
    half_ = headHalf;
    across = a_vertex.y * (headHalf + 1.0) * step(0.5, head);
  }
  vec2 direction = normalize(slope(t));
  vec2 position = at(t) + vec2(-direction.y, direction.x) * across;
  gl_Position = vec4(vec2(position.x, -position.y) * 2.0 / u_dimensions, 0.0, 1.0);
  v_across = across;
  v_half = half_;
  v_along = (t - start) * reach;
  v_dash = a_vertex.z > 0.5 ? vec2(0.0) : a_form.zw;
  v_color = a_color;
  v_color.a *= bias;
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_along;
varying vec2 v_dash;
uniform float u_pixelRatio;

void main() {
  float soft = 0.6 / u_pixelRatio;
  float cover = 1.0 - smoothstep(v_half - soft, v_half + soft, abs(v_across));
  if (v_dash.x > 0.0) {
    float at = mod(v_along, v_dash.x + v_dash.y);
    cover *= smoothstep(0.0, soft * 2.0, at) * (1.0 - smoothstep(v_dash.x, v_dash.x + soft * 2.0, at));
  }
  gl_FragColor = vec4(v_color.rgb, 1.0) * cover * v_color.a;
}
`;

const UNIFORMS = ["u_matrix", "u_dimensions", "u_sizeRatio", "u_pixelRatio"] as const;
type Uniform = (typeof UNIFORMS)[number];

/** Vertices of the strip: [place between the ends, side, 0 line | 1 foot of the head | 2 tip]. */
function stripOf(segments: number): number[][] {
  const strip: number[][] = [];
  for (let i = 0; i <= segments; i++) strip.push([i / segments, -1, 0], [i / segments, 1, 0]);
  strip.push([1, -1, 1], [1, 1, 1], [1, 0, 2]);
  return strip;
}

function createEdgeProgram(segments: number): EdgeProgramType<StagePlace, Attributes, Attributes> {
  const strip = stripOf(segments);
  return class extends EdgeProgram<Uniform, StagePlace, Attributes, Attributes> {
    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
      return {
        VERTICES: strip.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_source", size: 2, type: FLOAT },
          { name: "a_target", size: 2, type: FLOAT },
          { name: "a_sizes", size: 2, type: FLOAT },
          { name: "a_thickness", size: 1, type: FLOAT },
          { name: "a_form", size: 4, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_vertex", size: 3, type: FLOAT }],
        CONSTANT_DATA: strip,
      };
    }

    override processVisibleItem(
      _id: number,
      offset: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData & Partial<EdgeLook>,
    ) {
      this.array.set(
        [
          source.x,
          source.y,
          target.x,
          target.y,
          source.size,
          target.size,
          data.size,
          data.curvature ?? 0,
          data.arrow ?? 0,
          data.dash ?? 0,
          data.gap ?? 0,
          floatColor(data.color),
        ],
        offset,
      );
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo) {
      gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, params.matrix);
      gl.uniform2f(uniformLocations.u_dimensions ?? null, params.width, params.height);
      gl.uniform1f(uniformLocations.u_sizeRatio ?? null, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio ?? null, params.pixelRatio);
    }
  };
}

export const StraightEdgeProgram = createEdgeProgram(1);
export const CurvedEdgeProgram = createEdgeProgram(12);
