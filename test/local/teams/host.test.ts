import { app, authentication, dialog, meeting, pages, people } from '@microsoft/teams-js';
import { createFrameHost } from '../../../local/teams/page/host/frameHost';
import { contextFrom } from '../../../tabs/app/teams';
import { actions, hostTab, origin, stage, surface, type HostedTab } from './teamsJsWindow';

let tab: HostedTab;
let does: ReturnType<typeof actions>;

const open = async (where = surface(), withStage?: ReturnType<typeof stage>): Promise<void> => {
  does = actions();
  tab = hostTab(() => where, { ...does, ...(withStage && { stage: withStage }) });
  await app.initialize();
};
// teams-js leaves its time-out of a minute behind.
beforeEach(() => void jest.useFakeTimers({ advanceTimers: true }));
afterEach(() => {
  tab.leave();
  jest.useRealTimers();
});

/** teams-js looks at where a message came from before it acts, and takes a moment. */
const aMoment = () => jest.advanceTimersByTimeAsync(10);

const called = <T>(call: (done: (error: unknown, value?: T | null) => void) => void): Promise<unknown[]> =>
  new Promise((resolve) => call((error, value) => resolve([error, value])));

describe('every tab', () => {
  test('starts, and learns where it is and for whom', async () => {
    await open(surface({ subPageId: 'review/1' }));
    expect(app.isInitialized()).toBe(true);
    expect(await app.getContext()).toMatchObject({
      app: { locale: 'en-gb', theme: 'dark', host: { name: 'Teams', clientType: 'web' } },
      page: { id: 'assured', subPageId: 'review/1', frameContext: 'content' },
      user: { id: surface().person.id, displayName: 'Hetty Example', tenant: { id: surface().tenantId } },
    });
  });

  test('has no sub-page and no meeting where there is none', async () => {
    await open();
    const context = await app.getContext();
    expect([context.page.subPageId, context.meeting, context.chat]).toEqual([undefined, undefined, undefined]);
  });

  test('gets a token, or the reason why not', async () => {
    await open();
    expect(await authentication.getAuthToken()).toBe('a-token');
    does.token.mockRejectedValueOnce(new Error('resourceDisabled'));
    await expect(authentication.getAuthToken()).rejects.toThrow('resourceDisabled');
  });

  test('hears of a new theme', async () => {
    await open();
    const heard = jest.fn();
    app.registerOnThemeChangeHandler(heard);
    tab.host.send({ func: 'themeChange', args: ['contrast'] });
    await aMoment();
    expect(heard).toHaveBeenCalledWith('contrast');
  });

  test('says how it is doing', async () => {
    await open();
    app.notifyAppLoaded();
    void app.notifySuccess();
    app.notifyFailure({ reason: app.FailedReason.Other, message: 'No framework.' });
    expect(does.report.mock.calls.flat()).toEqual([
      { state: 'loaded' },
      { state: 'ready' },
      { state: 'failed', message: 'No framework.' },
    ]);
  });

  test('knows its own address', async () => {
    await open();
    expect(await pages.getConfig()).toMatchObject({ entityId: 'assured', contentUrl: `${origin}/` });
  });
});

describe('the people picker', () => {
  test('hands on whom somebody chose', async () => {
    await open();
    expect(people.isSupported()).toBe(true);
    const [picked] = await people.selectPeople({ title: 'Who?', singleSelect: true });
    expect(picked).toMatchObject({ objectId: '00000000-0000-4000-8000-000000000009', displayName: 'Nell Newcomer' });
    expect(does.pickPeople).toHaveBeenCalledWith({ title: 'Who?', single: true });
  });

  test('says so where it was closed, and is not there in a side panel', async () => {
    await open();
    does.pickPeople.mockResolvedValueOnce(undefined);
    await expect(people.selectPeople()).rejects.toMatchObject({ errorCode: 8000 });
    tab.leave();
    await open(surface({ frameContext: 'sidePanel' }));
    expect(() => people.selectPeople()).toThrow('sidePanel');
  });
});

describe('moving about', () => {
  test('within the app, to a page and to its start', async () => {
    await open();
    await pages.currentApp.navigateTo({ pageId: 'assured', subPageId: 'review/1' });
    await pages.currentApp.navigateToDefaultPage();
    await pages.navigateToApp({ appId: surface().appId, pageId: 'assured', subPageId: 'review/2' });
    expect(does.navigate.mock.calls.flat()).toEqual([
      { pageId: 'assured', subPageId: 'review/1' },
      { pageId: 'assured' },
      { pageId: 'assured', subPageId: 'review/2' },
    ]);
  });

  test('not to another app, and not by a link that leads nowhere', async () => {
    await open();
    const other = pages.navigateToApp({ appId: 'b55e0000-0000-4000-8000-00000000000a', pageId: 'x' });
    await expect(other).rejects.toThrow('not installed');
    await app.openLink('https://orchard.example/');
    await expect(app.openLink('javascript:alert(1)')).rejects.toThrow('leads nowhere');
  });

  test('back, by the button that the app asked for', async () => {
    await open();
    const back = jest.fn(() => true);
    pages.backStack.registerBackButtonHandler(back);
    expect(does.backButton).toHaveBeenLastCalledWith(true);
    tab.host.send({ func: 'backButtonPress', args: [] });
    await aMoment();
    expect([back.mock.calls.length, does.goBack.mock.calls.length]).toEqual([1, 0]);
    pages.backStack.registerBackButtonHandler(() => false);
    tab.host.send({ func: 'backButtonPress', args: [] });
    await aMoment();
    expect(does.goBack).toHaveBeenCalledTimes(1);
  });

  test('sharing a link', async () => {
    await open();
    pages.shareDeepLink({ subPageId: 'review/1', subPageLabel: 'A review' });
    expect(does.shareLink).toHaveBeenCalledWith({ subPageId: 'review/1', label: 'A review' });
  });
});

describe('a dialog', () => {
  const size = { width: 400, height: 300 };
  const asked = { url: `${origin}/dialog`, title: 'Reopen', size };

  test('gives back its result', async () => {
    await open();
    const ended = await new Promise((resolve) => dialog.url.open(asked, resolve));
    expect(ended).toEqual({ err: null, result: { answer: 42 } });
    expect(does.openDialog).toHaveBeenCalledWith({ url: asked.url, title: 'Reopen', ...size });
  });

  test('or the words of its refusal', async () => {
    await open();
    does.openDialog.mockResolvedValueOnce({ error: 'User cancelled/closed the task module.' });
    const ended = await new Promise((resolve) => dialog.url.open(asked, resolve));
    expect(ended).toMatchObject({ err: 'User cancelled/closed the task module.' });
  });

  test('is ended and resized from within', async () => {
    await open(surface({ frameContext: 'task' }));
    dialog.update.resize({ width: 500, height: 600 });
    dialog.url.submit({ answer: 1 });
    expect(does.resizeDialog).toHaveBeenCalledWith({ width: 500, height: 600 });
    expect(does.submitDialog).toHaveBeenCalledWith({ answer: 1 });
  });

  test('is not ended by a tab', async () => {
    await open();
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    dialog.url.submit({ answer: 1 });
    warned.mockRestore();
    expect(does.submitDialog).not.toHaveBeenCalled();
  });
});

describe('in a meeting', () => {
  const inMeeting = { meeting: { id: 'meeting-1', chatId: '19:meeting' } };
  const sidePanel = surface({ frameContext: 'sidePanel', ...inMeeting });

  test('the context names it', async () => {
    await open(sidePanel, stage());
    expect(await app.getContext()).toMatchObject({
      meeting: { id: 'meeting-1' },
      chat: { id: '19:meeting' },
      page: { frameContext: 'sidePanel' },
    });
    expect(await called((done) => meeting.getMeetingDetails(done))).toEqual([
      null,
      { details: { title: 'Board meeting' } },
    ]);
  });

  test('the side panel shares to the stage and stops', async () => {
    const control = stage();
    await open(sidePanel, control);
    expect(await called((done) => meeting.getAppContentStageSharingCapabilities(done))).toEqual([
      null,
      { doesAppHaveSharePermission: true },
    ]);
    expect(await called((done) => meeting.shareAppContentToStage(done, `${origin}/stage`))).toEqual([null, true]);
    expect(control.share).toHaveBeenCalledWith(`${origin}/stage`);
    expect(await called((done) => meeting.getAppContentStageSharingState(done))).toEqual([
      null,
      { isAppSharing: true },
    ]);
    expect(await called((done) => meeting.stopSharingAppContentToStage(done))).toEqual([null, true]);
    expect(control.stop).toHaveBeenCalledTimes(1);
  });

  test("not what isn't the app's", async () => {
    await open(sidePanel, stage());
    const [error] = await called((done) => meeting.shareAppContentToStage(done, 'https://evil.example/'));
    expect(error).toMatchObject({ errorCode: 501 });
  });

  test('hears what is on the stage now, and not when the panel was opened', async () => {
    let control = { ...stage(), isSharing: () => false };
    const changing = {
      get stage() {
        return control;
      },
    };
    const posted: unknown[] = [];
    const host = createFrameHost(
      () => sidePanel,
      Object.defineProperties(actions(), Object.getOwnPropertyDescriptors(changing)),
      (message) => posted.push(message),
    );
    const ask = (id: number) => host.receive({ id, func: 'meeting.getAppContentStageSharingState', args: [] });
    await ask(1);
    control = { ...stage(), isSharing: () => true };
    await ask(2);
    expect(posted).toMatchObject([
      { id: 1, args: [null, { isAppSharing: false }] },
      { id: 2, args: [null, { isAppSharing: true }] },
    ]);
  });

  test('whoever only attends may look, and not share', async () => {
    const control = stage();
    control.mayShare.mockReturnValue(false);
    await open(sidePanel, control);
    expect(await called((done) => meeting.getAppContentStageSharingCapabilities(done))).toEqual([
      null,
      { doesAppHaveSharePermission: false },
    ]);
    const [error] = await called((done) => meeting.shareAppContentToStage(done, `${origin}/stage`));
    expect(error).toMatchObject({ errorCode: 1000 });
    expect(control.share).not.toHaveBeenCalled();
  });

  test('a guest is told by their name, and somebody without an account by nothing', async () => {
    const { person } = sidePanel;
    await open(
      { ...sidePanel, person: { ...person, email: 'gail_partner#EXT#@orchard.example', visit: 'guest' } },
      stage(),
    );
    expect(contextFrom(await app.getContext())).toMatchObject({ guest: true, anonymous: false });
    tab.leave();
    await open({ ...sidePanel, person: { ...person, visit: 'anonymous' } }, stage());
    const context = await app.getContext();
    expect(contextFrom(context)).toMatchObject({ guest: false, anonymous: true, place: 'sidePanel' });
    expect(JSON.stringify(context)).not.toContain(person.id);
  });

  test('a host must refuse a tab that speaks without teams-js', async () => {
    await open();
    const posted: unknown[] = [];
    const control = stage();
    const host = createFrameHost(
      () => surface(inMeeting),
      { ...does, stage: control },
      (message) => posted.push(message),
    );
    await host.receive({ id: 1, func: 'meeting.shareAppContentToStage', args: [`${origin}/stage`] });
    expect(posted).toMatchObject([{ id: 1, args: [{ errorCode: 500 }, undefined] }]);
    expect(control.share).not.toHaveBeenCalled();
  });

  test('outside one there is none', async () => {
    await open(surface({ frameContext: 'sidePanel' }));
    expect(await called((done) => meeting.getAppContentStageSharingState(done))).toMatchObject([{ errorCode: 500 }]);
  });
});

describe('who is heard', () => {
  const ask = { data: { id: 7, func: 'authentication.getAuthToken', args: [] }, origin };

  test.each([
    ['another window', () => ({ ...ask, source: {} })],
    ['another origin in the frame', () => ({ ...ask, source: tab.frame, origin: 'https://evil.example' })],
    ['no call at all', () => ({ ...ask, source: tab.frame, data: { func: 'x' } })],
    ['a name that every object has', () => ({ ...ask, source: tab.frame, data: { id: 7, func: 'toString' } })],
  ])('not %s', async (_, event) => {
    await open();
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const answered = jest.fn();
    tab.frame.addEventListener('message', answered);
    tab.shell.dispatch(event());
    await aMoment();
    expect(does.token).not.toHaveBeenCalled();
    expect(answered).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  test('the frame itself', async () => {
    await open();
    tab.shell.dispatch({ ...ask, source: tab.frame });
    await aMoment();
    expect(does.token).toHaveBeenCalledTimes(1);
  });

  test('events before the start are dropped', async () => {
    does = actions();
    tab = hostTab(() => surface(), does);
    const heard = jest.fn();
    tab.frame.addEventListener('message', heard);
    tab.host.send({ func: 'themeChange', args: ['dark'] });
    expect(heard).not.toHaveBeenCalled();
  });
});
