import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { TrustModel } from '../../../shared/schema/modelChangeViews';
import { modelPath } from '../../app/subPage';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { choicesFor, modelWords, onlyModel, choiceWords } from './modelWords';
import { Entries, Section } from './Section';

const useStyles = makeStyles({
  entry: { paddingBlock: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

const Year = ({ model, of }: { model: TrustModel; of: TrustModel['years'][number] }) => {
  const surfaces = useSurfaces();
  const choices = choicesFor(model, of.model);
  return (
    <li className={useStyles().entry}>
      <strong>{of.year}</strong>: {modelWords(of.model)}
      {choices.length > 0 && (
        <ul className={mergeClasses(surfaces.list, surfaces.row)} aria-label={`Other versions for ${of.year}`}>
          {choices.map((choice) => (
            <li key={modelWords(choice)}>
              <PlaceLink to={modelPath(of.year, choice)}>{choiceWords(of.model, choice, of.year)}</PlaceLink>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

/** Which version of the trust's model each year uses, and which others it could go over to. */
export const TrustModels = ({ model }: { model: TrustModel }) => {
  const only = onlyModel(model);
  if (only) return <Section title="The model of each year" about={`Every year uses ${modelWords(only)}.`} />;
  return (
    <Section
      title="The model of each year"
      about="A year can go over to another stored version. You see first what that would affect; what is signed off never changes."
    >
      <Entries label="The model of each year">
        {model.years.map((year) => (
          <Year key={year.year} model={model} of={year} />
        ))}
      </Entries>
    </Section>
  );
};
