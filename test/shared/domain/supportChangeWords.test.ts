import { Entitlement } from '../../../shared/schema/support';
import { supportChangeWords } from '../../../shared/domain/supportChangeWords';
import { area } from '../../support/builders/ids';

const meeting = Entitlement.parse({ code: 'ceoMeeting', strand: 'CEO', text: 'CEO 1:1', cadence: { everyWeeks: 4 } });

it.each<[Partial<Entitlement>, string]>([
  [{ cadence: { everyWeeks: 2 } }, 'CEO 1:1: every 4 weeks → every 2 weeks'],
  [{ minutes: 60 }, 'CEO 1:1: no set length → 1 hour'],
  [{ ledBy: 'the Chair' }, 'CEO 1:1: led by nobody in particular → the Chair'],
  [{ kind: 'bespoke' }, 'CEO 1:1: core → bespoke'],
  [{ strand: 'Leadership' }, 'CEO 1:1: CEO → Leadership'],
  [{ text: 'Weekly CEO 1:1' }, 'CEO 1:1 → Weekly CEO 1:1'],
  [{ text: 'Weekly CEO 1:1', cadence: { everyWeeks: 1 } }, 'every 4 weeks → every week: Weekly CEO 1:1'],
  [
    { when: [{ weakAreas: [area.attendance], weakGroups: [], cadence: { everyWeeks: 1 } }] },
    'CEO 1:1: other figures while areas are weak',
  ],
  [{ cadence: { everyWeeks: 1 }, minutes: 30 }, 'CEO 1:1: every 4 weeks → every week; no set length → 30 minutes'],
])('%j', (other, words) => expect(supportChangeWords({ from: meeting, to: { ...meeting, ...other } })).toBe(words));
