import { meeting } from '@microsoft/teams-js';

/** What this person may do with the meeting's stage, and whether Assured is on it now. */
export interface StageStanding {
  readonly may: boolean;
  readonly sharing: boolean;
}

/** Asks teams-js something that it refuses altogether outside a meeting's side panel: the answer is then no. */
const yes = async (ask: (answered: (holds: boolean) => void) => void): Promise<boolean> => {
  try {
    return await new Promise<boolean>(ask);
  } catch {
    return false;
  }
};

export const stageStanding = async (): Promise<StageStanding> => {
  const [may, sharing] = await Promise.all([
    yes((answered) => {
      meeting.getAppContentStageSharingCapabilities((error, capabilities) => {
        answered(!error && capabilities?.doesAppHaveSharePermission === true);
      });
    }),
    yes((answered) => {
      meeting.getAppContentStageSharingState((error, state) => {
        answered(!error && state?.isAppSharing === true);
      });
    }),
  ]);
  return { may, sharing };
};

type Answered = (error: unknown) => void;

const done = (act: (answered: Answered) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    act((error) => {
      if (error) reject(new Error('Teams refused'));
      else resolve();
    });
  });

/** Shows an address of the tab to everybody in the meeting. Rejects where Teams refuses. */
export const shareToStage = (url: string): Promise<void> =>
  done((answered) => {
    meeting.shareAppContentToStage(answered, url, { sharingProtocol: meeting.SharingProtocol.Collaborative });
  });

/** Rejects where Teams refuses: what somebody else shares is not ours to take away. */
export const stopSharing = (): Promise<void> =>
  done((answered) => {
    meeting.stopSharingAppContentToStage(answered);
  });
