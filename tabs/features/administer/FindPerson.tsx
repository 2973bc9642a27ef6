import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { PersonId } from '../../../shared/schema/ids';
import { mayPickPeople, pickPerson, type PickedPerson } from '../../app/peoplePicker';
import { useTeams } from '../../app/TeamsProvider';
import { useSurfaces } from '../../components/surfaces';

type Found = (person: PickedPerson) => void;

/** teams-js rejects with its own error object, which says when somebody only closed the picker. */
const wasClosed = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errorCode' in error && error.errorCode === 8000;

const ByPicker = ({ onFound }: { onFound: Found }) => {
  const surfaces = useSurfaces();
  const [failed, setFailed] = useState(false);
  const pick = async (): Promise<void> => {
    setFailed(false);
    try {
      const person = await pickPerson('Who is to use Assured?');
      if (person) onFound(person);
    } catch (error) {
      setFailed(!wasClosed(error));
    }
  };
  return (
    <div className={surfaces.tight}>
      <div>
        <Button appearance="primary" onClick={() => void pick()}>
          Find a colleague…
        </Button>
      </div>
      <p className={surfaces.quiet}>Teams shows its own search. Assured cannot read the trust’s directory by itself.</p>
      {failed && (
        <p role="alert" className={surfaces.text}>
          Teams did not open its search for people. Please enter the object id instead.
        </p>
      )}
    </div>
  );
};

const ById = ({ onFound }: { onFound: Found }) => {
  const surfaces = useSurfaces();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const id = PersonId.safeParse(typed.trim().toLowerCase());
  const error = tried && !id.success ? 'An object id looks like 1a2b3c4d-0000-4000-8000-123456789abc.' : undefined;
  return (
    <form
      noValidate
      className={surfaces.tight}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (id.success) onFound({ id: id.data, name: '', email: '' });
      }}
    >
      <Field
        label="Object id in Microsoft Entra"
        hint="In the Microsoft Entra admin centre under Users, open the person: the object id stands on the overview page. Your IT technician can tell you."
        {...(error && { validationMessage: error, validationState: 'error' })}
      >
        <Input value={typed} maxLength={40} onChange={(_event, { value }) => setTyped(value)} />
      </Field>
      <div>
        <Button type="submit">Use this id</Button>
      </div>
    </form>
  );
};

/** Who it is about: by Teams’ people picker, or by object id where this Teams has none. */
export const FindPerson = ({ onFound }: { onFound: Found }) => {
  const surfaces = useSurfaces();
  const { context } = useTeams();
  const [byId, setById] = useState(false);
  if (!mayPickPeople(context))
    return (
      <div className={surfaces.stack}>
        <p className={surfaces.text}>This Teams has no search for people here, so please say who it is by object id.</p>
        <ById onFound={onFound} />
      </div>
    );
  return (
    <div className={surfaces.stack}>
      <ByPicker onFound={onFound} />
      {byId ? (
        <ById onFound={onFound} />
      ) : (
        <div>
          <Button appearance="transparent" onClick={() => setById(true)}>
            Enter an object id instead
          </Button>
        </div>
      )}
    </div>
  );
};
