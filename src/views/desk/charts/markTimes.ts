import type uPlot from 'uplot';
import type { Paint } from './usePaint.ts';

/** Draws a line at each moment, with its name at the top. */
export function markTimes(
  marks: readonly { readonly at: number; readonly text: string }[],
  { mark, font }: Pick<Paint, 'mark' | 'font'>,
): (chart: uPlot) => void {
  return (chart) => {
    const { ctx, bbox } = chart;
    const scale = devicePixelRatio;
    ctx.save();
    ctx.strokeStyle = mark;
    ctx.fillStyle = mark;
    ctx.lineWidth = scale;
    ctx.setLineDash([4 * scale, 3 * scale]);
    ctx.font = font.replace(/^(\d+)px/, (_, size: string) => `${Number(size) * scale}px`);
    ctx.textAlign = 'left';
    ctx.textBaseline = 'top';
    for (const { at, text } of marks) {
      const x = Math.round(chart.valToPos(at / 1_000, 'x', true));
      if (x < bbox.left || x > bbox.left + bbox.width) continue;
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
      ctx.fillText(text, x + 4 * scale, bbox.top);
    }
    ctx.restore();
  };
}
