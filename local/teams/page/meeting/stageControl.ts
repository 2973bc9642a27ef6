import type { Meeting, PersonOnPage, Setup, Stage } from '../../shapes';
import { putStage } from '../api';
import { ownPage } from '../frame/ownPage';
import type { StageControl } from '../host/actions';

const details = ({ id, chatId, title }: Meeting, setup: Setup): Record<string, unknown> => ({
  id,
  title,
  type: 'Scheduled',
  joinUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(chatId)}/0`,
  organizer: { id: setup.meeting.participants[0] ?? '', tenantId: setup.tenantId },
  conversation: { id: chatId, isGroup: true, conversationType: 'groupChat' },
});

/** The meeting's stage in the hands of one participant. */
export const stageControl = (setup: Setup, person: PersonOnPage, stage: Stage | null): StageControl => ({
  mayShare: () => person.visit === undefined,
  isSharing: () => stage !== null,
  share: async (url) => {
    const page = ownPage(url);
    if (page === undefined) return false;
    return putStage({ url: page, sharedBy: person.id }).then(
      () => true,
      () => false,
    );
  },
  stop: () => putStage(null),
  details: () => details(setup.meeting, setup),
});
