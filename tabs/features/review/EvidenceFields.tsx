import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { useSurfaces } from '../../components/surfaces';
import { linkProblem, typedLinks, type TypedLink } from './areaDraft';

interface EvidenceFieldsProps {
  readonly links: readonly TypedLink[];
  /** Whether to say what is wrong: after somebody tried to save. */
  readonly checked: boolean;
  readonly onChange: (links: TypedLink[]) => void;
}

const most = 5;

const useStyles = makeStyles({
  link: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.5fr) auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'start',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  input: { minWidth: 0, width: '100%' },
  remove: { marginTop: '26px', '@media (max-width: 640px)': { marginTop: 0, justifySelf: 'start' } },
});

/** Links to what the judgement rests on: up to five, https only. */
export const EvidenceFields = ({ links, checked, onChange }: EvidenceFieldsProps) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const replace = (at: number, link: TypedLink): void => {
    onChange(links.map((old, i) => (i === at ? link : old)));
  };
  return (
    <div className={surfaces.tight} role="group" aria-label="Evidence">
      {links.map((link, at) => {
        const problem = checked && typedLinks([link]).length > 0 ? linkProblem(link) : undefined;
        return (
          // Lines have no identity of their own but their place.
          <div key={at} className={styles.link}>
            <Field label={`Evidence ${at + 1}: what it shows`} {...(problem && { validationMessage: problem })}>
              <Input
                input={{ className: styles.input }}
                className={styles.input}
                maxLength={120}
                value={link.title}
                onChange={(_event, { value }) => {
                  replace(at, { ...link, title: value });
                }}
              />
            </Field>
            <Field label={`Evidence ${at + 1}: link`}>
              <Input
                input={{ className: styles.input }}
                className={styles.input}
                type="url"
                placeholder="https://"
                maxLength={500}
                value={link.url}
                onChange={(_event, { value }) => {
                  replace(at, { ...link, url: value });
                }}
              />
            </Field>
            <Button
              appearance="subtle"
              className={styles.remove}
              icon={<DeleteRegular />}
              aria-label={`Remove evidence ${at + 1}`}
              onClick={() => {
                onChange(links.filter((_link, i) => i !== at));
              }}
            />
          </div>
        );
      })}
      {links.length < most && (
        <div>
          <Button
            appearance="subtle"
            icon={<AddRegular />}
            onClick={() => {
              onChange([...links, { title: '', url: '' }]);
            }}
          >
            Add a link to evidence
          </Button>
        </div>
      )}
    </div>
  );
};
