import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { count, listWords } from '../../../shared/domain/words';
import type { Person } from '../../../shared/schema/people';
import type { Administration } from '../../../shared/schema/views';
import { useSession } from '../../app/SessionProvider';
import { DoneNotice } from '../../components/DoneNotice';
import { useSurfaces } from '../../components/surfaces';
import { HandOverDialog } from './HandOverDialog';
import { roleWords } from './roleWords';
import { Entries, Section } from './Section';

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  who: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
});

interface EntryProps {
  readonly person: Person;
  readonly academies: Administration['academies'];
  readonly onHandOver: () => void;
}

const Entry = ({ person, academies, onHandOver }: EntryProps) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const { framework } = useSession();
  const { name, jobTitle, roles, email } = person;
  return (
    <li className={styles.entry}>
      <div className={styles.who}>
        <strong>{name}</strong>, {jobTitle}
        <br />
        {roles.length === 0
          ? 'No role yet: sees nothing.'
          : listWords(roles.map((role) => roleWords(role, academies, framework.groups)))}
        <div className={surfaces.quiet}>{email}</div>
      </div>
      {roles.length > 0 && (
        <Button aria-label={`Hand over from ${name}`} onClick={onHandOver}>
          Hand over…
        </Button>
      )}
    </li>
  );
};

/** Who may use Assured, each with their roles, and handing all of them to somebody else. */
export const People = ({ people, academies }: Pick<Administration, 'people' | 'academies'>) => {
  const [leaving, setLeaving] = useState<Person>();
  const [done, setDone] = useState<string>();
  return (
    <Section
      title="People"
      about={`${count(people.length, 'person', 'people')} may use Assured, each by the roles below.`}
    >
      {done !== undefined && <DoneNotice key={done} title={done} />}
      <Entries label="People">
        {people.map((person) => (
          <Entry key={person.id} {...{ person, academies }} onHandOver={() => setLeaving(person)} />
        ))}
      </Entries>
      {leaving && (
        <HandOverDialog
          from={leaving}
          people={people}
          academies={academies}
          onDone={(words) => {
            setLeaving(undefined);
            setDone(words);
          }}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </Section>
  );
};
