import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Mark } from './marks';
import { strongWidth, toneColour, type MarkTone } from './tones';

const useTile = makeStyles({
  tile: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    position: 'relative',
    flexShrink: 0,
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyBase,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: 1,
    userSelect: 'none',
  },
  tiny: { width: '22px', height: '22px', fontSize: '12px' },
  small: { width: '24px', height: '22px', fontSize: '13px' },
  medium: { width: '28px', height: '26px', fontSize: '15px' },
  dot: {
    position: 'absolute',
    top: '2px',
    right: '2px',
    width: '6px',
    height: '6px',
    borderRadius: '50%',
    backgroundColor: 'currentcolor',
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  quiet: { backgroundColor: 'transparent', color: tokens.colorNeutralForeground3, border: '1px solid transparent' },
});

const fill = (tone: MarkTone, style: 'solid' | 'dashed' | 'none' = 'solid') => ({
  backgroundColor: toneColour(tone, 'Background'),
  color: toneColour(tone, 'Foreground'),
  border: `1px ${style} ${toneColour(tone, 'Edge')}`,
});
const outline = (tone: MarkTone) => ({ border: `${strongWidth} solid ${toneColour(tone, 'Outline')}` });

const useFill = makeStyles({
  critical: fill('critical'),
  caution: fill('caution'),
  steady: fill('steady'),
  good: fill('good'),
  exceptional: fill('exceptional'),
  notJudged: fill('notJudged', 'dashed'),
  notApplicable: fill('notApplicable', 'none'),
});

const useOutline = makeStyles({
  critical: outline('critical'),
  caution: outline('caution'),
  steady: outline('steady'),
  good: outline('good'),
  exceptional: outline('exceptional'),
  notJudged: outline('notJudged'),
  notApplicable: outline('notApplicable'),
});

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
  const tile = useTile();
  const fills = useFill();
  const outlines = useOutline();
  const colours = quiet ? tile.quiet : mergeClasses(fills[mark.tone], mark.strong && outlines[mark.tone]);
  return (
    <span aria-hidden className={mergeClasses(tile.tile, tile[size], colours)}>
      {mark.symbol}
      {changed && <span className={tile.dot} />}
    </span>
  );
};

const useMark = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
});

/** Tone, symbol and word together. */
export const LevelMark = ({ mark, size = 'small' }: { mark: Mark; size?: 'small' | 'medium' }) => (
  <span className={useMark().mark}>
    <MarkTile mark={mark} size={size} />
    <span>{mark.word}</span>
  </span>
);
