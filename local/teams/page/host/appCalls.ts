import { z } from 'zod';
import type { FrameActions } from './actions';
import type { Calls } from './protocol';
import { flatContext, runtime, type Surface } from './surface';

const Failure = z.tuple([z.string().nullish(), z.string().nullish()]).rest(z.unknown());

/** The newest teams-js that the facts were measured with. */
const clientSupportedSdkVersion = '2.58.0';

const failureIn = (args: readonly unknown[]): string => {
  const parsed = Failure.safeParse(args);
  return (parsed.success ? (parsed.data[1] ?? parsed.data[0]) : undefined) || 'The app reported a failure.';
};

const tokenCall = (actions: FrameActions) => async () => {
  try {
    return [true, await actions.token()];
  } catch (error) {
    return [false, error instanceof Error ? error.message : 'resourceDisabled'];
  }
};

/** Start, context, sign-in and the app's own report on how it is doing. */
export const appCalls = (surface: () => Surface, actions: FrameActions): Calls => ({
  initialize: () => [surface().frameContext, 'web', JSON.stringify(runtime), clientSupportedSdkVersion],
  getContext: () => [flatContext(surface())],
  registerHandler: ([name]) => {
    if (name === 'backButton') actions.backButton(true);
    return undefined;
  },
  'appInitialization.appLoaded': () => void actions.report({ state: 'loaded' }),
  'appInitialization.success': () => {
    actions.report({ state: 'ready' });
    return [undefined];
  },
  'appInitialization.failure': (args) => void actions.report({ state: 'failed', message: failureIn(args) }),
  'appInitialization.expectedFailure': (args) => void actions.report({ state: 'failed', message: failureIn(args) }),
  'authentication.getAuthToken': tokenCall(actions),
});
