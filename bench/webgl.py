"""What the map of the whole would cost a frame if it were drawn by WebGL: the least that any library must do.

One program, one buffer and one call draw all things as points of two pixels, without names, boxes or a second drawing
for the pointer. Where Chromium has no graphics card it draws WebGL in software; there this is the floor for sigma.js,
regl, pixi.js and the like.
"""

from __future__ import annotations

from statistics import median
from typing import Final

from playwright.sync_api import Page

FRAMES: Final = 30
_DRAW: Final = """
([count, frames]) => {
  const canvas = document.body.appendChild(Object.assign(document.createElement('canvas'), { width: 676, height: 540 }));
  const gl = canvas.getContext('webgl', { alpha: false, antialias: false });
  if (!gl) return null;
  const program = gl.createProgram();
  const sources = {
    VERTEX_SHADER: `attribute vec2 at; uniform vec3 view;
      void main() { gl_Position = vec4((at - view.xy) * view.z, 0., 1.); gl_PointSize = 2.; }`,
    FRAGMENT_SHADER: 'precision mediump float; void main() { gl_FragColor = vec4(.2, .4, .7, 1.); }',
  };
  for (const [kind, source] of Object.entries(sources)) {
    const shader = gl.createShader(gl[kind]);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.bindAttribLocation(program, 0, 'at');
  gl.linkProgram(program);
  gl.useProgram(program);
  const side = Math.ceil(Math.sqrt(count));
  const places = Float32Array.from({ length: 2 * count }, (_, at) => (at % 2 ? Math.floor(at / 2 / side) : (at / 2) % side) / side);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, places, gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  const view = gl.getUniformLocation(program, 'view');
  return Array.from({ length: frames }, (_, frame) => {
    const start = performance.now();
    gl.uniform3f(view, 0.5 + frame * 0.001, 0.5, 2);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.drawArrays(gl.POINTS, 0, count);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    return performance.now() - start;
  });
}
"""
"""Draws, moves the view, and makes the browser finish each frame by reading a pixel back; null where there is no WebGL."""


def frame_of_points(page: Page, count: int) -> float | None:
    """The median milliseconds of a frame of so many points; None where the browser has no WebGL."""
    page.goto("about:blank")
    frames = page.evaluate(_DRAW, [count, FRAMES])
    return frames and median(frames)
