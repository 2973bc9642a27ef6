import { copyOf } from '../../../../tabs/features/review/areaDraft';
import { untouched } from '../../../../tabs/features/review/areaMerge';
import { createDraftStore, type TextStore } from '../../../../tabs/features/review/draftStore';
import { autumn, summerBefore } from '../../../support/builders/calendar';
import { area, commandId, urn } from '../../../support/builders/ids';
import { cora, dana } from '../../../support/builders/people';
import { areaOf, unjudged } from './areaOf';

const key = { urn: urn.alder, ...autumn };
const begun = untouched(copyOf(areaOf(area.attendance), unjudged, '2026-11-20'));
const draft = { ...begun, typed: { ...begun.typed, rationale: 'Half a sentence' } };

const device = (): TextStore & { readonly texts: Map<string, string> } => {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, value) => void texts.set(name, value),
    removeItem: (name) => void texts.delete(name),
  };
};

describe('unsaved text', () => {
  it('survives a reload', () => {
    const store = device();
    expect(createDraftStore(store, dana.id, key).write(area.attendance, draft)).toBe(true);
    expect(createDraftStore(store, dana.id, key).read(area.attendance)).toEqual(draft);
  });

  it('survives with what was on its way', () => {
    const store = device();
    const attempt = { commandId: commandId('sent'), step: 'judgement' as const, typed: draft.typed, base: draft.base };
    createDraftStore(store, dana.id, key).write(area.attendance, { ...draft, attempt });
    expect(createDraftStore(store, dana.id, key).read(area.attendance)).toEqual({ ...draft, attempt });
  });

  it('belongs to one person, one review and one area', () => {
    const store = device();
    createDraftStore(store, dana.id, key).write(area.attendance, draft);
    expect(createDraftStore(store, cora.id, key).read(area.attendance)).toBeUndefined();
    expect(createDraftStore(store, dana.id, { ...key, urn: urn.birch }).read(area.attendance)).toBeUndefined();
    expect(createDraftStore(store, dana.id, { ...key, ...summerBefore }).read(area.attendance)).toBeUndefined();
    expect(createDraftStore(store, dana.id, key).read(area.vacancies)).toBeUndefined();
  });

  it('leaves no trace on the device once it is saved', () => {
    const store = device();
    const drafts = createDraftStore(store, dana.id, key);
    drafts.write(area.attendance, draft);
    drafts.remove(area.attendance);
    expect(drafts.read(area.attendance)).toBeUndefined();
    expect(store.texts.size).toBe(0);
  });

  it('is kept for the page where the device keeps nothing for us', () => {
    const refuse = () => {
      throw new Error('The operation is insecure.');
    };
    const drafts = createDraftStore({ getItem: refuse, setItem: refuse, removeItem: refuse }, dana.id, key);
    expect(drafts.write(area.attendance, draft)).toBe(false);
    expect(drafts.read(area.attendance)).toEqual(draft);
    drafts.remove(area.attendance);
    expect(drafts.read(area.attendance)).toBeUndefined();
  });

  it.each(['not json', '{"rationale":7}', 'null'])('is not believed where the device holds %s', (text) => {
    const store = device();
    const drafts = createDraftStore(store, dana.id, key);
    drafts.write(area.attendance, draft);
    for (const name of store.texts.keys()) store.texts.set(name, text);
    expect(createDraftStore(store, dana.id, key).read(area.attendance)).toBeUndefined();
  });
});
