import type { FrameActions, StageControl } from './actions';
import { sdkError, type Answer, type Calls } from './protocol';
import type { Surface } from './surface';

const noMeeting: Answer = [sdkError(500, 'There is no meeting here.'), undefined];

/** The meeting and its stage; outside a meeting every call is refused. */
export const meetingCalls = (surface: () => Surface, actions: FrameActions): Calls => {
  // Asked anew for each call: what is on the stage changes while the frame stays.
  const inMeeting = (answer: (stage: StageControl) => Answer | Promise<Answer>) => () =>
    actions.stage === undefined ? noMeeting : answer(actions.stage);
  /** teams-js allows these in the side panel and on the stage only; a host must not rely on that. */
  const sharing = (answer: (stage: StageControl) => Answer | Promise<Answer>) =>
    inMeeting((control) =>
      ['sidePanel', 'meetingStage'].includes(surface().frameContext)
        ? answer(control)
        : [sdkError(500, 'Only the side panel and the stage may share.'), undefined],
    );

  return {
    'meeting.getMeetingDetails': inMeeting((control) => [null, { details: control.details() }]),
    'meeting.getAppContentStageSharingCapabilities': sharing((control) => [
      null,
      { doesAppHaveSharePermission: control.mayShare() },
    ]),
    'meeting.getAppContentStageSharingState': sharing((control) => [null, { isAppSharing: control.isSharing() }]),
    'meeting.shareAppContentToStage': ([url]) =>
      sharing(async (control) => {
        if (!control.mayShare()) return [sdkError(1000, 'Only organisers and presenters may share.'), undefined];
        const shared = typeof url === 'string' && (await control.share(url));
        return shared ? [null, true] : [sdkError(501, 'The address is not in validDomains.'), undefined];
      })(),
    'meeting.stopSharingAppContentToStage': sharing(async (control) => {
      await control.stop();
      return [null, true];
    }),
  };
};
