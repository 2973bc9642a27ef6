import { Button, ProgressBar } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { FrameActions, Lifecycle } from '../host/actions';
import { createFrameHost, type FrameHost } from '../host/frameHost';
import { listenTo } from '../host/listening';
import type { Surface } from '../host/surface';

/** What the surroundings of a frame decide; how the app is doing and its back button are the frame's own affair. */
export type FrameWiring = Omit<FrameActions, 'report' | 'backButton'>;

interface AppFrameProps {
  readonly label: string;
  readonly src: string;
  readonly surface: Surface;
  readonly wiring: FrameWiring;
  readonly testId?: string;
  readonly header?: ReactNode;
}

interface Hosted {
  readonly frame: React.RefObject<HTMLIFrameElement | null>;
  readonly host: React.RefObject<FrameHost | undefined>;
  readonly lifecycle: Lifecycle | { state: 'starting' };
  readonly back: boolean;
}

/** Keeps the newest value where a long-lived listener can read it. */
const useLatest = <T,>(value: T): React.RefObject<T> => {
  const ref = useRef(value);
  useEffect(() => {
    ref.current = value;
  });
  return ref;
};

const useHost = (surface: Surface, wiring: FrameWiring): Hosted => {
  const frame = useRef<HTMLIFrameElement>(null);
  const host = useRef<FrameHost>(undefined);
  const [lifecycle, setLifecycle] = useState<Hosted['lifecycle']>({ state: 'starting' });
  const [back, setBack] = useState(false);
  const latestSurface = useLatest(surface);
  const latestWiring = useLatest(wiring);

  useEffect(() => {
    const wired = (): FrameWiring => latestWiring.current;
    const actions: FrameActions = {
      token: () => wired().token(),
      openLink: (url) => wired().openLink(url),
      navigate: (target) => wired().navigate(target),
      shareLink: (link) => wired().shareLink(link),
      copy: (text) => wired().copy(text),
      goBack: () => wired().goBack(),
      openDialog: (request) => wired().openDialog(request),
      resizeDialog: (size) => wired().resizeDialog(size),
      submitDialog: (result) => wired().submitDialog(result),
      pickPeople: (request) => wired().pickPeople(request),
      get stage() {
        return wired().stage;
      },
      report: setLifecycle,
      backButton: setBack,
    };
    const frameWindow = (): Window | null => frame.current?.contentWindow ?? null;
    host.current = createFrameHost(
      () => latestSurface.current,
      actions,
      (message) => frameWindow()?.postMessage(message, location.origin),
    );
    return listenTo(window, location.origin, frameWindow, host.current);
  }, [latestSurface, latestWiring]);

  useEffect(() => {
    host.current?.send({ func: 'themeChange', args: [surface.theme] });
  }, [surface.theme]);

  return { frame, host, lifecycle, back };
};

/** One iframe of the app with the Teams that answers it. */
export const AppFrame = ({ label, src, surface, wiring, testId, header }: AppFrameProps) => {
  const { frame, host, lifecycle, back } = useHost(surface, wiring);
  const reload = (): void => frame.current?.contentWindow?.location.reload();

  return (
    <section className="app-frame" aria-label={label}>
      {(header !== undefined || back) && (
        <div className="app-frame-head">
          {back && (
            <Button
              appearance="subtle"
              icon={<ArrowLeft20Regular />}
              onClick={() => host.current?.send({ func: 'backButtonPress', args: [] })}
            >
              Back
            </Button>
          )}
          {header}
        </div>
      )}
      {lifecycle.state === 'starting' && (
        <ProgressBar className="app-frame-progress" aria-label={`${label} is loading`} />
      )}
      {lifecycle.state === 'failed' && (
        <div role="alert" className="app-frame-failed">
          <p>{lifecycle.message}</p>
          <Button onClick={reload}>Try again</Button>
        </div>
      )}
      <iframe
        ref={frame}
        title={label}
        src={src}
        data-testid={testId}
        hidden={lifecycle.state === 'failed'}
        allow="clipboard-write"
      />
    </section>
  );
};
