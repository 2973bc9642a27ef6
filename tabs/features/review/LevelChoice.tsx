import { Field, makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId, type Ref } from 'react';
import { periodKindName, periodShort } from '../../../shared/domain/words';
import type { Area, Level, Scale } from '../../../shared/schema/framework';
import type { LevelCode } from '../../../shared/schema/ids';
import type { PeriodRef } from '../../../shared/schema/views';
import { LevelMark } from '../../components/LevelMark';
import { markOfLevel } from '../../../shared/domain/marks';
import { useSurfaces } from '../../components/surfaces';

interface LevelChoiceProps {
  readonly area: Area;
  readonly scale: Scale;
  readonly chosen: LevelCode | undefined;
  readonly suggested: LevelCode | undefined;
  readonly previous: { readonly level: LevelCode; readonly period: PeriodRef } | undefined;
  readonly onChoose: (level: LevelCode) => void;
  /** Where the focus goes when no level was chosen. */
  readonly firstOption?: Ref<HTMLInputElement>;
  readonly error?: string | undefined;
}

const useStyles = makeStyles({
  option: {
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    marginBottom: tokens.spacingVerticalS,
    width: '100%',
    boxSizing: 'border-box',
  },
  chosen: { border: `1px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorNeutralBackground3 },
  criteria: {
    marginInlineStart: '32px',
    paddingInlineStart: tokens.spacingHorizontalL,
    marginBlock: 0,
    fontSize: tokens.fontSizeBase200,
  },
  aside: { marginInlineStart: '40px' },
});

interface OptionProps {
  readonly level: Level;
  readonly criteria: readonly string[];
  readonly isChosen: boolean;
  /** 'suggested by the measures', 'as in summer'. */
  readonly notes: readonly string[];
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

const Option = ({ level, criteria, isChosen, notes, inputRef }: OptionProps) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const id = useId();
  return (
    <div className={mergeClasses(styles.option, isChosen && styles.chosen)}>
      <Radio ref={inputRef} value={level.code} label={<LevelMark mark={markOfLevel(level)} />} aria-describedby={id} />
      <div id={id}>
        {notes.length > 0 && <p className={mergeClasses(surfaces.quiet, styles.aside)}>{notes.join(' · ')}</p>}
        {criteria.length > 0 && (
          <ul className={styles.criteria}>
            {criteria.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
};

/** 'Last term’s level (summer)', 'Last year’s level (2025/26)'. */
const previousWords = (period: PeriodRef): string =>
  `Last ${periodKindName(period.period)}’s level (${periodShort(period)})`;

/** The levels of an area, best first, each with what it means. */
export const LevelChoice = (props: LevelChoiceProps) => {
  const { area, scale, chosen, suggested, previous, onChoose, firstOption, error } = props;
  const levels = [...scale.levels].sort((a, b) => b.order - a.order);
  const notesOf = (level: Level): string[] => [
    ...(level.subLevelOf ? [`Part of ${level.subLevelOf}`] : []),
    ...(level.code === suggested ? ['Suggested by the measures'] : []),
    ...(previous?.level === level.code ? [previousWords(previous.period)] : []),
  ];
  return (
    <Field {...(error && { validationMessage: error })}>
      <RadioGroup
        aria-label={`Level of ${area.name}`}
        value={chosen ?? ''}
        onChange={(_event, { value }) => {
          const level = levels.find(({ code }) => code === value);
          if (level) onChoose(level.code);
        }}
      >
        {levels.map((level, at) => (
          <Option
            key={level.code}
            level={level}
            criteria={area.criteria[level.code] ?? []}
            isChosen={level.code === chosen}
            notes={notesOf(level)}
            inputRef={at === 0 ? firstOption : undefined}
          />
        ))}
      </RadioGroup>
    </Field>
  );
};
