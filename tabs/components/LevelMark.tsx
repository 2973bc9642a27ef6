import type { Mark } from '../../shared/domain/marks';
import { classNames } from './classNames';
import css from './LevelMark.module.css';

interface MarkTileProps {
  readonly mark: Mark;
  readonly size?: 'tiny' | 'small' | 'medium';
  /** A dot: the level differs from last term's. */
  readonly changed?: boolean;
  /** Without its fill, where a filter is looking for something else. */
  readonly quiet?: boolean;
}

/** Tone and symbol only. Whoever draws it gives the word: beside it, or as the accessible name. */
export const MarkTile = ({ mark, size = 'medium', changed = false, quiet = false }: MarkTileProps) => {
  const colours = quiet ? css.quiet : classNames(css[mark.tone], mark.strong && css.strong);
  return (
    <span aria-hidden className={classNames(css.tile, css[size], colours)}>
      {mark.symbol}
      {changed && <span className={css.dot} />}
    </span>
  );
};

/** Tone, symbol and word together. */
export const LevelMark = ({ mark, size = 'small' }: { mark: Mark; size?: 'small' | 'medium' }) => (
  <span className={css.mark}>
    <MarkTile mark={mark} size={size} />
    <span>{mark.word}</span>
  </span>
);
