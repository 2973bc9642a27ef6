import { addAcademy } from '../../../tabs/api/addAcademy';
import { addPerson } from '../../../tabs/api/addPerson';
import { amendAcademy } from '../../../tabs/api/amendAcademy';
import { amendPerson } from '../../../tabs/api/amendPerson';
import { openForAcademies } from '../../../tabs/api/openForAcademies';
import { setYearDates } from '../../../tabs/api/setYearDates';
import { actOnChange } from '../../../tabs/api/actOnChange';
import { proposeCategoryChange } from '../../../tabs/api/proposeCategoryChange';
import { recordInspection } from '../../../tabs/api/recordInspection';
import { recordSelfEvaluation } from '../../../tabs/api/recordSelfEvaluation';
import { removeHistoric } from '../../../tabs/api/removeHistoric';
import type { ApiClient } from '../../../tabs/api/client';
import { putBackHandEdit } from '../../../tabs/api/putBackHandEdit';
import { setDeliveryPolicy } from '../../../tabs/api/setDeliveryPolicy';
import { chooseFramework } from '../../../tabs/api/chooseFramework';
import { handOver } from '../../../tabs/api/handOver';
import { exportMatrix } from '../../../tabs/api/exportMatrix';
import { exportReview } from '../../../tabs/api/exportReview';
import { noFilters } from '../../../shared/domain/filterMatrix';
import { resendCard } from '../../../tabs/api/resendCard';
import { resendFailed } from '../../../tabs/api/resendFailed';
import { sendNow } from '../../../tabs/api/sendNow';
import { readChoices } from '../../../tabs/api/readProposalChoices';
import { readSuggestion } from '../../../tabs/api/readSuggestion';
import { openReviews } from '../../../tabs/api/openReviews';
import { queryReview } from '../../../tabs/api/queryReview';
import { rateArea } from '../../../tabs/api/rateArea';
import { recordKpis } from '../../../tabs/api/recordKpis';
import { reopenReview } from '../../../tabs/api/reopenReview';
import { sendForSignOff } from '../../../tabs/api/sendForSignOff';
import { signOffReview } from '../../../tabs/api/signOffReview';
import { pathInput } from '../../../functions/http/pathInput';
import { routes } from '../../../functions/http/routes';
import {
  toAddAcademy,
  toAddPerson,
  toAddYear,
  toAmendAcademy,
  toAmendPerson,
} from '../../support/builders/administering';
import { autumn, settings } from '../../support/builders/calendar';
import { smallFramework } from '../../support/builders/framework';
import { dana, hazel } from '../../support/builders/people';
import { area, category, changeId, commandId, kpi, level, route as routeCode, urn } from '../../support/builders/ids';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: object;
}

const sentBy = (send: (api: ApiClient) => Promise<unknown>): Sent => {
  let sent: Sent | undefined;
  void send({
    read: () => Promise.reject(new Error('not read')),
    send: (method, path, body) => {
      sent = { method, path, body };
      return new Promise(() => undefined);
    },
    take: () => Promise.reject(new Error('not taken')),
  });
  if (!sent) throw new Error('nothing was sent');
  return sent;
};

const key = { urn: urn.alder, ...autumn };
const id = commandId('one-act');
const at = { round: 1, step: 0 };

const all: Record<string, (api: ApiClient) => Promise<unknown>> = {
  openReviews: (api) => openReviews(api, autumn, id),
  rateArea: (api) =>
    rateArea(api, key, area.attendance, { level: level.assured, rationale: '', evidence: [], basedOn: null }, id),
  recordKpis: (api) =>
    recordKpis(
      api,
      key,
      area.attendance,
      { values: { [kpi.attendanceRate]: { value: 48.2, asAt: '2026-11-12', source: '' }, [kpi.severeAbsence]: null } },
      id,
    ),
  sendForSignOff: (api) => sendForSignOff(api, key, id),
  signOffReview: (api) => signOffReview(api, key, { round: 1, comment: '' }, id),
  queryReview: (api) => queryReview(api, key, { round: 1, comment: 'Why?' }, id),
  reopenReview: (api) => reopenReview(api, key, { reason: 'New figures' }, id),
  proposeCategoryChange: (api) =>
    proposeCategoryChange(
      api,
      changeId(1),
      {
        urn: urn.alder,
        to: category.repair,
        rationale: 'Why',
        effectiveFrom: '2026-12-01',
        route: routeCode.inYear,
        evidence: autumn,
      },
      id,
    ),
  discussCategoryChange: (api) =>
    actOnChange(api, changeId(1), { act: 'discuss', said: { ...at, agrees: true, comment: '' } }, id),
  approveCategoryChange: (api) => actOnChange(api, changeId(1), { act: 'approve', said: at }, id),
  confirmCategoryChange: (api) =>
    actOnChange(api, changeId(1), { act: 'confirm', said: { ...at, meetingDate: '2026-11-20' } }, id),
  returnCategoryChange: (api) =>
    actOnChange(api, changeId(1), { act: 'return', said: { ...at, comment: 'Look again' } }, id),
  rejectCategoryChange: (api) => actOnChange(api, changeId(1), { act: 'reject', said: { ...at, comment: 'No' } }, id),
  resubmitCategoryChange: (api) =>
    actOnChange(
      api,
      changeId(1),
      { act: 'resubmit', said: { round: 1, rationale: 'Again', effectiveFrom: '2026-12-01' } },
      id,
    ),
  withdrawCategoryChange: (api) => actOnChange(api, changeId(1), { act: 'withdraw', said: { reason: 'Gone' } }, id),
  recordInspection: (api) =>
    recordInspection(
      api,
      urn.alder,
      { inspection: { report: 'grades', on: '2024-03-12', overall: 'good', grades: [] } },
      id,
    ),
  recordSelfEvaluation: (api) =>
    recordSelfEvaluation(api, urn.alder, { selfEvaluation: { on: '2026-09-30', level: 'Good' } }, id),
  removeHistoric: (api) => removeHistoric(api, urn.alder, { id: commandId('recorded-before') }, id),
  addAcademy: (api) => addAcademy(api, toAddAcademy(), id),
  amendAcademy: (api) => amendAcademy(api, toAmendAcademy(), id),
  addPerson: (api) => addPerson(api, toAddPerson(), id),
  amendPerson: (api) => amendPerson(api, toAmendPerson(), id),
  setYearDates: (api) => setYearDates(api, toAddYear(), id),
  handOver: (api) => handOver(api, { from: hazel.id, to: dana.id }, id),
  sendReviewNow: (api) => sendNow(api, { review: key }, id),
  sendChangeNow: (api) => sendNow(api, { change: changeId(1) }, id),
  resendCard: (api) =>
    resendCard(api, { matter: { kind: 'categoryChanges', key: changeId(1) }, person: hazel.id, slot: 'outcome' }, id),
  resendFailed: (api) => resendFailed(api, { id: 'message-1' }, id),
  putBackHandEdit: (api) => putBackHandEdit(api, { list: 'reviews', item: '17', seen: '"edited,1"' }, id),
  setDeliveryPolicy: (api) =>
    setDeliveryPolicy(api, { basedOn: settings.delivery, delivery: { ...settings.delivery, digestFrom: 6 } }, id),
  chooseFramework: (api) =>
    chooseFramework(
      api,
      { year: autumn.year, framework: { code: smallFramework.code, version: 2 }, seen: 'what-was-seen' },
      id,
    ),
};

const template = (path: string): RegExp => new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);

describe('what a proposal is made of is read where the server has it', () => {
  const proposal = { urn: urn.alder, effectiveFrom: '2026-12-01' };
  it.each<[string, (api: ApiClient) => Promise<unknown>]>([
    ['readProposalChoices', (api) => readChoices(api, proposal)],
    ['readCategorySuggestion', (api) => readSuggestion(api, proposal, autumn)],
  ])('%s', (name, read) => {
    let path = '';
    void read({
      read: (asked) => {
        path = asked;
        return new Promise(() => undefined);
      },
      send: () => Promise.reject(new Error('not sent')),
      take: () => Promise.reject(new Error('not taken')),
    });
    const route = routes.find((each) => each.method === 'GET' && template(each.path).test(path));
    expect(route?.name).toBe(name);
    const params = pathInput(template(route?.path ?? '').exec(path)?.groups ?? {});
    expect(route?.prepare({ ...params }).status).toBe('ready');
  });
});

describe('what is taken away is made where the server makes it', () => {
  it.each<[string, (api: ApiClient) => Promise<unknown>, object]>([
    [
      'exportMatrix',
      (api) => exportMatrix(api, autumn, { ...noFilters, changed: true, order: 'needs' }, 'excel'),
      { format: 'excel', changed: 'yes', order: 'needs' },
    ],
    ['exportReview', (api) => exportReview(api, key, 'pdf'), { format: 'pdf', urn: urn.alder }],
  ])('%s', (name, take, asked) => {
    let address = '';
    void take({
      read: () => Promise.reject(new Error('not read')),
      send: () => Promise.reject(new Error('not sent')),
      take: (taken) => {
        address = taken;
        return new Promise(() => undefined);
      },
    });
    const [path = '', query] = address.split('?');
    const route = routes.find((each) => each.method === 'GET' && template(each.path).test(path));
    expect(route?.name).toBe(name);
    const params = pathInput(template(route?.path ?? '').exec(path)?.groups ?? {});
    const input = { ...Object.fromEntries(new URLSearchParams(query)), ...params };
    expect(route?.prepare(input).status).toBe('ready');
    expect(input).toMatchObject(asked);
  });
});

describe('every command meets its route on the server', () => {
  it.each(Object.entries(all))('%s', (name, send) => {
    const { method, path, body } = sentBy(send);
    const route = routes.find((each) => each.method === method && template(each.path).test(path));
    expect(route?.name).toBe(name);
    const params = pathInput(template(route?.path ?? '').exec(path)?.groups ?? {});
    expect(route?.prepare({ ...body, ...params }).status).toBe('ready');
    expect(body).toMatchObject({ commandId: id });
  });

  it('opens a period for some academies by the same route', () => {
    const { method, path, body } = sentBy((api) => openForAcademies(api, { ...autumn, academies: [urn.alder] }, id));
    expect([method, path]).toEqual(['POST', 'reviews/2026-27/autumn/open']);
    expect(body).toEqual({ academies: [urn.alder], commandId: id });
  });

  it('leaves out no command', () => {
    const commands = routes.filter(({ method }) => method !== 'GET').map(({ name }) => name);
    expect(Object.keys(all).sort()).toEqual([...commands].sort());
  });
});
