import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../../shared/domain/words';
import type { DeliverySettings as Settings } from '../../../shared/schema/views';
import { rereadEverything } from '../../api/keeping';
import { DoneNotice } from '../../components/DoneNotice';
import { useSurfaces } from '../../components/surfaces';
import { DeliveryForm } from './DeliveryForm';
import { Section } from './Section';

const setWords = ({ set }: Settings): string =>
  set ? `Last set by ${set.by.name} on ${formatInstant(set.at)}.` : 'These are the settings that Assured came with.';

/** When people are written to, by when things are due, and how often they are reminded. */
export const DeliverySettings = ({ settings }: { settings: Settings }) => {
  const surfaces = useSurfaces();
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [saved, setSaved] = useState(false);
  const { from, until } = settings.policy;
  const close = (): void => {
    setEditing(false);
    rereadEverything(client);
  };
  return (
    <Section
      title="Messages and reminders"
      about={`New messages go out between ${from} and ${until} on school days, and never on the last one before a holiday. ${setWords(settings)}`}
    >
      {saved && !editing && <DoneNotice title="The settings are saved." />}
      {editing ? (
        <DeliveryForm
          settings={settings}
          onCancel={close}
          onSaved={() => {
            setSaved(true);
            close();
          }}
        />
      ) : (
        <div className={surfaces.row}>
          <Button
            onClick={() => {
              setSaved(false);
              setEditing(true);
            }}
          >
            Change these settings
          </Button>
        </div>
      )}
    </Section>
  );
};
