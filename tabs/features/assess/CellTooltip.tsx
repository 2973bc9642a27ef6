import { Tooltip } from '@fluentui/react-components';
import { useEffect } from 'react';

interface CellTooltipProps {
  readonly target: HTMLElement | undefined;
  readonly onHide: () => void;
}

/** One tooltip for the whole grid, at the cell that is pointed at or has the focus; Escape puts it away. */
export const CellTooltip = ({ target, onHide }: CellTooltipProps) => {
  useEffect(() => {
    if (!target) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onHide();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [target, onHide]);
  if (!target) return null;
  return (
    <Tooltip
      visible
      withArrow
      relationship="inaccessible"
      positioning={{ target, position: 'above' }}
      content={target.getAttribute('aria-label') ?? ''}
    />
  );
};
