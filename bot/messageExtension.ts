import { z } from 'zod';
import type { PersonId } from '../shared/schema/ids';
import type { AcademyStanding, FoundAcademies, RecordStanding } from '../shared/schema/standingViews';
import { keyOfReview } from '../shared/domain/keys';
import { markWords } from '../shared/domain/marks';
import { reviewStateWords } from '../shared/domain/stateWords';
import { capital, phaseName, recordPhrase } from '../shared/domain/words';
import { closestAcademies } from './academyNames';
import type { AdaptiveCard } from './cards/adaptiveCard';
import type { DeepLink } from './cards/deepLink';
import { renderShared, sharedVerb, type SharedData } from './cards/sharedCard';
import { keywordIn, plain } from './understand';
import type { UseCases } from './useCases';

/** The commands of the message extension, as the manifest names them. */
export const searchCommand = 'find';
const searchParameter = 'text';
/** Teams asks without words when the extension is opened. */
const initialRun = 'initialRun';

const largestPage = 25;
const Query = z.object({
  commandId: z.literal(searchCommand),
  parameters: z
    .array(z.object({ name: z.string().max(60), value: z.union([z.string().max(200), z.boolean()]) }))
    .max(5)
    .default([]),
  queryOptions: z
    .object({ skip: z.int().min(0).max(10_000).default(0), count: z.int().min(1).default(largestPage) })
    .prefault({}),
});

/** What Teams shows in its list; only `card` goes into the chat, and names nothing. */
interface Found {
  readonly title: string;
  readonly text: string;
  readonly card: AdaptiveCard;
}

export type ExtensionAnswer = { readonly composeExtension: Readonly<Record<string, unknown>> };

const message = (text: string): ExtensionAnswer => ({ composeExtension: { type: 'message', text } });

const attachment = ({ title, text, card }: Found) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: card,
  preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text } },
});

interface Extending {
  readonly useCases: Pick<UseCases, 'findAcademies'>;
  readonly deepLink: DeepLink;
}

const nobody = 'You are not set up in Assured yet. Please ask your trust’s administrator to add you.';
const nothing = 'Assured found nothing of that name among what you may see.';
const unread = 'Assured could not read this search. Please write less, and try again.';

/** Without what is written with a name but is not part of it: 'review alder'. */
const nameIn = (text: string): string =>
  plain(text)
    .split(' ')
    .filter((word) => keywordIn(word) === undefined)
    .join(' ');

const about = ({ phase, category, latest }: AcademyStanding): string =>
  [
    phaseName(phase),
    ...(category ? [markWords(category.mark)] : []),
    ...(latest ? [reviewStateWords(latest.state, latest.settling)] : []),
  ].join(' · ');

/** The latest record of each academy, then the academy itself. */
const foundOf =
  (deepLink: DeepLink) =>
  (academy: AcademyStanding): Found[] => {
    const { urn, name, records } = academy;
    const shared = (data: SharedData): AdaptiveCard => renderShared(data, { deepLink });
    const recordFound = (record: RecordStanding): Found => ({
      title: `${capital(recordPhrase(record, record.record))} of ${name}`,
      text: reviewStateWords(record.state, record.settling),
      card: shared({ verb: sharedVerb, kind: 'reviews', key: keyOfReview({ urn, ...record }) }),
    });
    return [
      ...records.slice(0, 1).map(recordFound),
      { title: name, text: about(academy), card: shared({ verb: sharedVerb, kind: 'academies', urn }) },
    ];
  };

const chosen = ({ academies }: FoundAcademies, text: string): readonly AcademyStanding[] => {
  const name = nameIn(text);
  return name === '' ? academies : closestAcademies(name, academies);
};

/**
 * Answers Teams' search for an academy or a review. Only what the searcher may see is found, and what is found names
 * nothing once it is in a chat. Without words: everything that is theirs, in pages.
 */
export const createMessageExtension = ({ useCases, deepLink }: Extending) => {
  const pageOf = (all: readonly Found[], { skip, count }: z.infer<typeof Query>['queryOptions']): ExtensionAnswer => {
    const attachments = all.slice(skip, skip + Math.min(count, largestPage)).map(attachment);
    if (attachments.length === 0 && skip === 0) return message(nothing);
    return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
  };

  return async (person: PersonId, value: unknown): Promise<ExtensionAnswer> => {
    const query = Query.safeParse(value);
    if (!query.success) return message(unread);
    const found = await useCases.findAcademies(person, {});
    if (!found.ok) return message(nobody);
    const { parameters, queryOptions } = query.data;
    const typed = parameters.find(({ name }) => name === searchParameter)?.value;
    const opened = parameters.some(({ name }) => name === initialRun);
    const text = opened || typeof typed !== 'string' ? '' : typed;
    return pageOf(chosen(found.value, text).flatMap(foundOf(deepLink)), queryOptions);
  };
};
