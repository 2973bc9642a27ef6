import { useLayoutEffect, useState } from 'react';
import { Virtualizer, type CustomContainerComponentProps, type CustomItemComponentProps } from 'virtua';
import { rowIndexOf, type GridBodyProps } from './MatrixGridBody';
import { classNames } from '../../components/classNames';
import css from './MatrixGrid.module.css';

/** About as high as a row with two lines. */
const usualHeight = 45;

const Body = ({ style, children, ref }: CustomContainerComponentProps) => (
  <tbody ref={ref} role="rowgroup" className={css.body} style={style}>
    {children}
  </tbody>
);

// Only the place is taken over: a row that waits to be measured must be able to take the focus.
const Row = ({ style, index, children, ref }: CustomItemComponentProps) => (
  <tr
    ref={ref}
    role="row"
    aria-rowindex={rowIndexOf(index)}
    className={classNames(css.row, css.placed)}
    style={{ top: style.top }}
  >
    {children}
  </tr>
);

/** How high the headings above the rows are, in pixels; known from the first frame on. */
const useHeadHeight = (area: GridBodyProps['area']): number => {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const head = area.current?.querySelector('thead');
    if (!head) return undefined;
    const observer = new ResizeObserver(() => {
      setHeight(head.offsetHeight);
    });
    observer.observe(head);
    return () => {
      observer.disconnect();
    };
  }, [area]);
  return height;
};

/** The rows that can be seen, and the one that holds the focus, wherever it is. */
export const RowsInSight = ({ rows, kept, area, children }: GridBodyProps) => {
  const headHeight = useHeadHeight(area);
  return (
    <Virtualizer
      as={Body}
      item={Row}
      data={rows}
      itemSize={usualHeight}
      bufferSize={400}
      startMargin={headHeight}
      scrollRef={area}
      keepMounted={[kept]}
    >
      {children}
    </Virtualizer>
  );
};
