import { FluentProvider, Spinner, Toaster } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Setup } from '../shapes';
import { useAddress, type Address } from './address';
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

const Waiting = ({ failed }: { readonly failed: boolean }) =>
  failed ? (
    <p role="alert" className="page-wait">
      The local Teams did not answer. Is it still running? Reload this page once it is.
    </p>
  ) : (
    <Spinner className="page-wait" label="Starting Teams" />
  );

interface ReadyProps {
  readonly setup: Setup;
  readonly address: Address;
  readonly change: (changes: Partial<Address>) => void;
}

const Ready = ({ setup, address, change }: ReadyProps) => {
  const person = [...setup.people, ...setup.visitors].find(({ id }) => id === address.as);
  useEffect(() => {
    const words = [person?.name, 'Local Teams', setup.sample];
    document.title = words.filter((word) => word !== undefined).join(' – ');
  }, [person, setup.sample]);
  return person === undefined ? (
    <Chooser people={setup.people} visitors={setup.visitors} onChoose={(as) => change({ as })} />
  ) : (
    <Shell key={person.id} {...{ setup, person, address, change }} />
  );
};

export const App = () => {
  const [address, change] = useAddress();
  const loading = useSetup();
  return (
    <FluentProvider theme={fluentThemes[address.theme]}>
      <Toaster toasterId={toasterId} position="top" />
      {/* Not on the provider: Fluent gives a provider's class to everything that floats, too. */}
      <div className={`page theme-${address.theme}`}>
        {loading.state === 'ready' ? (
          <Ready setup={loading.setup} address={address} change={change} />
        ) : (
          <Waiting failed={loading.state === 'failed'} />
        )}
      </div>
    </FluentProvider>
  );
};
