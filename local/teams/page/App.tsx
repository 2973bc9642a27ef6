import { FluentProvider, Spinner, Toaster } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Setup } from '../shapes';
import { useAddress } from './address';
import { readSetup } from './api';
import { Chooser } from './shell/Chooser';
import { Shell } from './shell/Shell';
import { toasterId } from './shell/useNotice';
import { fluentThemes } from './themes';

type Loading = { state: 'loading' } | { state: 'failed' } | { state: 'ready'; setup: Setup };

const useSetup = (): Loading => {
  const [loading, setLoading] = useState<Loading>({ state: 'loading' });
  useEffect(() => {
    readSetup().then(
      (setup) => setLoading({ state: 'ready', setup }),
      () => setLoading({ state: 'failed' }),
    );
  }, []);
  return loading;
};

export const App = () => {
  const [address, change] = useAddress();
  const loading = useSetup();
  const setup = loading.state === 'ready' ? loading.setup : undefined;
  const person = setup?.people.find(({ id }) => id === address.as);

  useEffect(() => {
    document.title = person === undefined ? 'Local Teams' : `${person.name} – Local Teams`;
  }, [person]);

  return (
    <FluentProvider theme={fluentThemes[address.theme]} className={`page theme-${address.theme}`}>
      <Toaster toasterId={toasterId} position="top" />
      {loading.state === 'loading' && <Spinner className="page-wait" label="Starting Teams" />}
      {loading.state === 'failed' && (
        <p role="alert" className="page-wait">
          The local Teams did not answer. Is it still running? Reload this page once it is.
        </p>
      )}
      {setup !== undefined && person === undefined && (
        <Chooser people={setup.people} onChoose={(as) => change({ as })} />
      )}
      {setup !== undefined && person !== undefined && (
        <Shell key={person.id} setup={setup} person={person} address={address} change={change} />
      )}
    </FluentProvider>
  );
};
