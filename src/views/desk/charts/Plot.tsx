import { useEffect, useRef } from 'react';
import styled from 'styled-components';
import uPlot from 'uplot';
import css from 'uplot/dist/uPlot.min.css?inline';

const HEIGHT = 240;

const Place = styled.div`
  min-width: 0;
  height: ${HEIGHT}px;
`;

/** A chart as wide as its place. What it shows stands in a table as well: to those who listen it is an image with a name. */
export function Plot(props: {
  options: Omit<uPlot.Options, 'width' | 'height'>;
  data: uPlot.AlignedData;
  label: string;
}) {
  const { options, data, label } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const size = () => ({ width: Math.max(1, element.clientWidth), height: HEIGHT });
    const chart = new uPlot({ ...options, ...size() }, data, element);
    const watch = new ResizeObserver(() => chart.setSize(size()));
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.destroy();
    };
  }, [options, data]);
  return (
    <>
      <style>{css}</style>
      <Place ref={place} role="img" aria-label={label} dir="ltr" data-test-id="plot" />
    </>
  );
}
