import * as teamsJs from '@microsoft/teams-js';
import type { FrameActions } from '../../../local/teams/page/host/actions';
import { createFrameHost, type FrameHost } from '../../../local/teams/page/host/frameHost';
import { listenTo } from '../../../local/teams/page/host/listening';
import type { Surface } from '../../../local/teams/page/host/surface';

export const origin = 'http://localhost:6350';

type Listener = (event: unknown) => void;

/** A window that only knows messages: enough for teams-js on one side and for the host on the other. */
const messageWindow = () => {
  const listeners = new Set<Listener>();
  return {
    listeners,
    addEventListener: (_: string, listener: Listener) => void listeners.add(listener),
    removeEventListener: (_: string, listener: Listener) => void listeners.delete(listener),
    location: { origin },
    dispatch: (event: unknown) => listeners.forEach((listener) => listener(event)),
  };
};

export const surface = (changes: Partial<Surface> = {}): Surface => ({
  frameContext: 'content',
  theme: 'dark',
  person: { id: '00000000-0000-4000-8000-000000000001', name: 'Hetty Example', email: 'hetty@orchard.example' },
  tenantId: '5a3e0d60-0000-4000-8000-0000000a55ed',
  appId: 'a55e0000-0000-4000-8000-00000000000a',
  entityId: 'assured',
  sessionId: 'session-1',
  contentUrl: `${origin}/`,
  ...changes,
});

export const stage = () => ({
  mayShare: jest.fn(() => true),
  isSharing: jest.fn(() => true),
  share: jest.fn(async (url: string) => url.startsWith(origin)),
  stop: jest.fn(async () => undefined),
  details: () => ({ title: 'Board meeting' }),
});

export const actions = () => ({
  token: jest.fn(async () => 'a-token'),
  report: jest.fn(),
  openLink: jest.fn((url: string) => url.startsWith('https://')),
  navigate: jest.fn(() => true),
  shareLink: jest.fn(),
  copy: jest.fn(async () => undefined),
  backButton: jest.fn(),
  goBack: jest.fn(() => true),
  openDialog: jest.fn<ReturnType<FrameActions['openDialog']>, Parameters<FrameActions['openDialog']>>(async () => ({
    result: { answer: 42 },
  })),
  resizeDialog: jest.fn(),
  submitDialog: jest.fn(),
  pickPeople: jest.fn<ReturnType<FrameActions['pickPeople']>, Parameters<FrameActions['pickPeople']>>(async () => [
    { objectId: '00000000-0000-4000-8000-000000000009', displayName: 'Nell Newcomer', email: 'nell@orchard.example' },
  ]),
});

export interface HostedTab {
  readonly host: FrameHost;
  /** What `window` is to teams-js. */
  readonly frame: ReturnType<typeof messageWindow>;
  readonly shell: ReturnType<typeof messageWindow>;
  leave(): void;
}

/** The real teams-js in a frame, answered by the real host: only the windows between them are made up. */
export const hostTab = (where: () => Surface, does: FrameActions): HostedTab => {
  const shellWindow = messageWindow();
  const frameWindow = messageWindow();
  const shell = Object.assign(shellWindow, {
    postMessage: (data: unknown) => shellWindow.dispatch({ data: structuredClone(data), source: frame, origin }),
  });
  const frame = Object.assign(frameWindow, { parent: shell, top: shell });
  Object.assign(frame, { self: frame });
  const host = createFrameHost(where, does, (message) =>
    frameWindow.dispatch({ data: structuredClone(message), source: shell, origin }),
  );
  Object.assign(globalThis, { window: frame });
  const stop = listenTo(shellWindow as never, origin, () => frame as never, host);
  return {
    host,
    frame: frameWindow,
    shell: shellWindow,
    leave() {
      stop();
      teamsJs.app._uninitialize();
      Reflect.deleteProperty(globalThis, 'window');
    },
  };
};
