import { putBackHandEdit } from '../../../shared/application/putBackHandEdit';
import { readAdministration } from '../../../shared/application/readAdministration';
import { readHandEdit } from '../../../shared/application/readHandEdit';
import { keyOfReview } from '../../../shared/domain/keys';
import { HandEditView } from '../../../shared/schema/handEditViews';
import { Administration } from '../../../shared/schema/views';
import { atApprove } from '../../support/builders/changes';
import { toPutBack } from '../../support/builders/commands';
import { changeId } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { ada, dana } from '../../support/builders/people';
import { openReview } from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';

const key = keyOfReview(openReview());
const trustWith = async () =>
  createTrust({ reviews: [openReview()], changes: [atApprove()], editedByHand: [{ kind: 'reviews', key }] });
const item = { list: 'reviews', item: '1' } as const;

describe('an item that was changed outside Assured', () => {
  it('is named with the number that both versions are asked for by', async () => {
    const { handEdits } = Administration.parse(valueOf(await readAdministration(await trustWith())(ada.id)));
    expect(handEdits).toEqual([{ ...item, listName: 'Reviews', key }]);
  });

  it('is shown with both versions', async () => {
    const view = HandEditView.parse(valueOf(await readHandEdit(await trustWith())(ada.id, item)));
    expect(view).toEqual({
      ...item,
      listName: 'Reviews',
      key,
      writtenAt: '2026-11-20T08:00:00Z',
      differences: [{ column: 'Title', written: 'As written', found: 'Changed in SharePoint' }],
      seen: toPutBack().seen,
    });
  });

  it('is nobody’s to see but the administrator’s, and none where nothing was changed', async () => {
    const trust = await trustWith();
    expect(outcomeOf(await readHandEdit(trust)(dana.id, item))).toBe('notAllowed');
    expect(outcomeOf(await putBackHandEdit(trust)(dana.id, toPutBack()))).toBe('notAllowed');
    expect(outcomeOf(await readHandEdit(trust)(ada.id, { list: 'categoryChanges', item: '1' }))).toBe('notFound');
    expect(outcomeOf(await readHandEdit(trust)(ada.id, { ...item, item: '99' }))).toBe('notFound');
  });
});

describe('putting back what Assured wrote', () => {
  it('makes the record usable again, and tells those who wait for it', async () => {
    const trust = await trustWith();
    expect(valueOf(await putBackHandEdit(trust)(ada.id, toPutBack()))).toEqual({ listName: 'Reviews', key });
    expect(await trust.store.load('reviews', key)).toMatchObject({ status: 'found' });
    expect(trust.notifier.announced).toEqual([{ kind: 'reviews', key }]);
  });

  it('may be sent twice', async () => {
    const trust = await trustWith();
    await putBackHandEdit(trust)(ada.id, toPutBack());
    const before = await trust.store.load('reviews', key);
    expect(outcomeOf(await putBackHandEdit(trust)(ada.id, toPutBack()))).toBe('accepted');
    expect(await trust.store.load('reviews', key)).toEqual(before);
  });

  it('announces nothing of what nobody gets a card about', async () => {
    const trust = await createTrust({ editedByHand: [{ kind: 'people', key: dana.id }] });
    const [edit] = await trust.store.handEdits();
    const put = putBackHandEdit(trust)(ada.id, toPutBack({ list: 'people', item: edit?.id ?? '' }));
    expect(outcomeOf(await put)).toBe('accepted');
    expect(trust.notifier.announced).toEqual([]);
  });

  it('is refused where it was edited again, or is not there', async () => {
    const trust = await trustWith();
    expect(outcomeOf(await putBackHandEdit(trust)(ada.id, toPutBack({ seen: '"edited,0"' })))).toBe(
      'handEdit.changed-since',
    );
    expect(outcomeOf(await putBackHandEdit(trust)(ada.id, toPutBack({ item: '99' })))).toBe('notFound');
    expect(await trust.store.load('reviews', key)).toEqual({ status: 'editedByHand' });
  });

  it('is refused where nothing of Assured’s is kept', async () => {
    const trust = await trustWith();
    trust.store.loseVersions();
    expect(valueOf(await readHandEdit(trust)(ada.id, item))).not.toHaveProperty('writtenAt');
    expect(outcomeOf(await putBackHandEdit(trust)(ada.id, toPutBack()))).toBe('handEdit.not-kept');
  });
});

it('another open change in its place is left there', async () => {
  const trust = await createTrust({ changes: [atApprove()] });
  jest.spyOn(trust.store, 'putBack').mockResolvedValue({ status: 'taken' });
  const put = putBackHandEdit(trust)(ada.id, toPutBack({ list: 'categoryChanges' }));
  expect(outcomeOf(await put)).toBe('handEdit.taken');
  expect(await trust.store.load('categoryChanges', changeId(1))).toMatchObject({ status: 'found' });
});
