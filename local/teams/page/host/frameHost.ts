import type { FrameActions } from './actions';
import { appCalls } from './appCalls';
import { dialogCalls } from './dialogCalls';
import { meetingCalls } from './meetingCalls';
import { pageCalls } from './pageCalls';
import { peopleCalls } from './peopleCalls';
import { HostRequest, type Calls, type HostEvent, type HostReply } from './protocol';
import type { Surface } from './surface';

export interface FrameHost {
  /** A message from the frame, whatever it holds; what is no call of teams-js is ignored. */
  receive(data: unknown): Promise<void>;
  /** An event for the app. Before `initialize` nobody would hear it, and it is dropped. */
  send(event: HostEvent): void;
}

/** Answers one frame's teams-js. `surface` is asked anew for each call, so that a new theme is seen at once. */
export const createFrameHost = (
  surface: () => Surface,
  actions: FrameActions,
  post: (message: HostReply | HostEvent) => void,
): FrameHost => {
  const calls: Calls = {
    ...appCalls(surface, actions),
    ...pageCalls(surface, actions),
    ...dialogCalls(surface, actions),
    ...meetingCalls(surface, actions),
    ...peopleCalls(surface, actions),
  };
  let initialised = false;

  return {
    async receive(data) {
      const request = HostRequest.safeParse(data);
      if (!request.success) return;
      const { id, uuidAsString, func, args } = request.data;
      if (func === 'initialize') {
        initialised = true;
        actions.backButton(false);
      }
      const call = Object.hasOwn(calls, func) ? calls[func] : undefined;
      if (call === undefined) return console.warn(`The local Teams does not answer ${func}.`);
      const answer = await call(args);
      if (answer !== undefined) post({ id, ...(uuidAsString === undefined ? {} : { uuidAsString }), args: answer });
    },
    send(event) {
      if (initialised) post(event);
    },
  };
};
