import { draftKey, keptDrafts } from '../../../tabs/components/keptDrafts';
import { autumn, summerBefore } from '../../support/builders/calendar';
import { area, urn } from '../../support/builders/ids';
import { dana, hazel } from '../../support/builders/people';

const names = (...keys: string[]) => ({ length: keys.length, key: (at: number) => keys[at] ?? null });
const ofAlder = { urn: urn.alder, ...autumn };

it('names each review once, however many of its areas have unsaved text', () =>
  expect(
    keptDrafts(
      names(
        draftKey(dana.id, ofAlder, area.attendance),
        draftKey(dana.id, ofAlder, area.earlyYears),
        draftKey(dana.id, { urn: urn.birch, ...summerBefore }, area.attendance),
      ),
      dana.id,
    ),
  ).toEqual([ofAlder, { urn: urn.birch, ...summerBefore }]));

it.each([
  ['somebody else’s text on the same device', draftKey(hazel.id, ofAlder, area.attendance)],
  ['what another app keeps', 'something-else'],
  ['a name that is cut off', draftKey(dana.id, ofAlder, area.attendance).split('|').slice(0, 4).join('|')],
  ['an academy that cannot be one', draftKey(dana.id, ofAlder, area.attendance).replace(urn.alder, '1')],
])('leaves out %s', (_, name) => expect(keptDrafts(names(name), dana.id)).toEqual([]));
