import { birch, cedar, alder, inspectedAlder, ada } from '../../support/builders/people';
import { changeId, urn } from '../../support/builders/ids';
import type { Holdings } from '../../support/builders/trust';
import type { Example } from './requests';

/** The examples are about Alder. Here they are made about another academy, with records of its own, or about none. */

const about = <T>(given: T, from: string, to: string): T =>
  given === undefined ? given : (JSON.parse(JSON.stringify(given).replaceAll(from, to)) as T);

const withInspections = inspectedAlder(ada.id).inspections ?? [];

const heldByBirch = ({ academies, ...holds }: Holdings): Holdings => ({
  ...about(holds, urn.alder, urn.birch),
  ...(academies && { academies: [cedar, alder, { ...birch, inspections: withInspections }] }),
});

/** Everything that the example is about is Birch's. */
export const atBirch = ({ holds, params, body }: Example): Example => ({
  holds: heldByBirch(holds),
  params: about(params, urn.alder, urn.birch),
  ...(body && { body: about(body, urn.alder, urn.birch) }),
});

/** What the example asks for is nowhere, while the trust holds the same records. */
export const nowhere = ({ holds, params, body }: Example): Example => ({
  holds,
  params: about(about(params, urn.alder, urn.unknown), changeId(1), changeId(404)),
  ...(body && { body: about(body, urn.alder, urn.unknown) }),
});
