/**
 * Draws nodes: one WebGL program for all shapes, so that nodes of different kinds share one order of depth.
 *
 * Each node is a square of two triangles; the fragment shader computes the signed distance to the shape's outline
 * (Inigo Quilez, "2D distance functions") and from it fill, border, the gap to what lies behind, and picking.
 */
import type { Attributes } from "graphology-types";
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { StagePlace } from "./stage-graph.ts";

/** What the node reducer adds to sigma's own display data. */
export interface NodeLook {
  /** Index of the shape: see shapes.ts. */
  shape: number;
  /** Border colour and width in pixels; width 0: the fill alone. */
  stroke: string;
  strokeWidth: number;
  /** Number of dashes around the border; 0: a whole line. */
  dashes: number;
  /** Colour of the gap around the node. */
  gap: string;
}

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_color;
attribute vec4 a_stroke;
attribute vec4 a_gap;
attribute vec3 a_look;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;
varying vec2 v_point;
varying float v_radius;
varying vec4 v_color;
varying vec4 v_stroke;
varying vec4 v_gap;
varying vec3 v_look;
const float bias = 255.0 / 254.0;

void main() {
  float radius = a_size / u_sizeRatio;
  float extent = radius * 1.2 + 3.0;
  vec2 center = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(center + a_corner * extent * 2.0 / u_dimensions, 0.0, 1.0);
  v_point = a_corner * extent * vec2(1.0, -1.0);
  v_radius = radius;
  v_look = a_look;
  v_stroke = a_stroke;
  v_gap = a_gap;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_stroke.a *= bias;
  v_gap.a *= bias;
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec2 v_point;
varying float v_radius;
varying vec4 v_color;
varying vec4 v_stroke;
varying vec4 v_gap;
varying vec3 v_look;
uniform float u_pixelRatio;

float box(vec2 p, float side, float corner) {
  vec2 q = abs(p) - vec2(side - corner);
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - corner;
}

float hexagon(vec2 p, float inner) {
  const vec3 k = vec3(-0.866025404, 0.5, 0.577350269);
  p = abs(p.yx);
  p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
  p -= vec2(clamp(p.x, -k.z * inner, k.z * inner), inner);
  return length(p) * sign(p.y);
}

float triangle(vec2 p, float side) {
  const float k = 1.732050808;
  p.x = abs(p.x) - side;
  p.y = p.y + side / k;
  if (p.x + k * p.y > 0.0) p = vec2(p.x - k * p.y, -k * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0 * side, 0.0);
  return -length(p) * sign(p.y);
}

float outline(vec2 p, float r) {
  if (v_look.x < 0.5) return length(p) - r;
  if (v_look.x < 1.5) return box(p, r * 0.88, r * 0.24);
  if (v_look.x < 2.5) return hexagon(p, r * 0.9);
  if (v_look.x < 3.5) return triangle(p + vec2(0.0, r * 0.12), r * 0.98) - r * 0.08;
  return box(mat2(0.70711, 0.70711, -0.70711, 0.70711) * p, r * 0.8, r * 0.14);
}

void main() {
  float d = outline(v_point, v_radius);
  #ifdef PICKING_MODE
  gl_FragColor = d > 3.0 ? vec4(0.0) : v_color;
  #else
  float soft = 0.7 / u_pixelRatio;
  float inside = 1.0 - smoothstep(-soft, soft, d);
  float around = 1.0 - smoothstep(1.5 - soft, 1.5 + soft, d);
  vec4 color = v_color;
  if (v_look.y > 0.0) {
    float border = smoothstep(-v_look.y - soft, -v_look.y + soft, d);
    if (v_look.z > 0.0) {
      float turn = fract(atan(v_point.y, v_point.x) / 6.2831853 * v_look.z);
      border *= 1.0 - smoothstep(0.56, 0.64, turn) * (1.0 - smoothstep(0.92, 1.0, turn));
    }
    color = mix(color, v_stroke, border);
  }
  vec4 whole = mix(v_gap, color, inside);
  gl_FragColor = vec4(whole.rgb, 1.0) * around * whole.a;
  #endif
}
`;

const UNIFORMS = ["u_matrix", "u_dimensions", "u_sizeRatio", "u_pixelRatio"] as const;
type Uniform = (typeof UNIFORMS)[number];

/** Draws a node by its display data and `NodeLook`. */
export class KindNodeProgram extends NodeProgram<Uniform, StagePlace, Attributes, Attributes> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
    const color = (name: string) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true });
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        color("a_color"),
        color("a_stroke"),
        color("a_gap"),
        { name: "a_look", size: 3, type: FLOAT },
        color("a_id"),
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ],
    };
  }

  override processVisibleItem(id: number, offset: number, data: NodeDisplayData & Partial<NodeLook>) {
    this.array.set(
      [
        data.x,
        data.y,
        data.size,
        floatColor(data.color),
        floatColor(data.stroke ?? data.color),
        floatColor(data.gap ?? data.color),
        data.shape ?? 0,
        data.strokeWidth ?? 0,
        data.dashes ?? 0,
        id,
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
}
