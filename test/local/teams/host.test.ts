import { app, authentication, dialog, pages, people } from '@microsoft/teams-js';
import { aMoment, tabsInTeams } from './tabsInTeams';
import { origin, surface } from './teamsJsWindow';

const { loaded, open } = tabsInTeams();

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
    const { does } = await open();
    expect(await authentication.getAuthToken()).toBe('a-token');
    does.token.mockRejectedValueOnce(new Error('resourceDisabled'));
    await expect(authentication.getAuthToken()).rejects.toThrow('resourceDisabled');
  });

  test('hears of a new theme', async () => {
    const { tab } = await open();
    const heard = jest.fn();
    app.registerOnThemeChangeHandler(heard);
    tab.host.send({ func: 'themeChange', args: ['contrast'] });
    await aMoment();
    expect(heard).toHaveBeenCalledWith('contrast');
  });

  test('says how it is doing', async () => {
    const { does } = await open();
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
    const { does } = await open();
    expect(people.isSupported()).toBe(true);
    const [picked] = await people.selectPeople({ title: 'Who?', singleSelect: true });
    expect(picked).toMatchObject({ objectId: '00000000-0000-4000-8000-000000000009', displayName: 'Nell Newcomer' });
    expect(does.pickPeople).toHaveBeenCalledWith({ title: 'Who?', single: true });
  });

  test('says so where it was closed, and is not there in a side panel', async () => {
    const { does, tab } = await open();
    does.pickPeople.mockResolvedValueOnce(undefined);
    await expect(people.selectPeople()).rejects.toMatchObject({ errorCode: 8000 });
    tab.leave();
    await open(surface({ frameContext: 'sidePanel' }));
    expect(() => people.selectPeople()).toThrow('sidePanel');
  });
});

describe('moving about', () => {
  test('within the app, to a page and to its start', async () => {
    const { does } = await open();
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
    const { does, tab } = await open();
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
    const { does } = await open();
    pages.shareDeepLink({ subPageId: 'review/1', subPageLabel: 'A review' });
    expect(does.shareLink).toHaveBeenCalledWith({ subPageId: 'review/1', label: 'A review' });
  });
});

describe('a dialog', () => {
  const size = { width: 400, height: 300 };
  const asked = { url: `${origin}/dialog`, title: 'Reopen', size };

  test('gives back its result', async () => {
    const { does } = await open();
    const ended = await new Promise((resolve) => dialog.url.open(asked, resolve));
    expect(ended).toEqual({ err: null, result: { answer: 42 } });
    expect(does.openDialog).toHaveBeenCalledWith({ url: asked.url, title: 'Reopen', ...size });
  });

  test('or the words of its refusal', async () => {
    const { does } = await open();
    does.openDialog.mockResolvedValueOnce({ error: 'User cancelled/closed the task module.' });
    const ended = await new Promise((resolve) => dialog.url.open(asked, resolve));
    expect(ended).toMatchObject({ err: 'User cancelled/closed the task module.' });
  });

  test('is ended and resized from within', async () => {
    const { does } = await open(surface({ frameContext: 'task' }));
    dialog.update.resize({ width: 500, height: 600 });
    dialog.url.submit({ answer: 1 });
    expect(does.resizeDialog).toHaveBeenCalledWith({ width: 500, height: 600 });
    expect(does.submitDialog).toHaveBeenCalledWith({ answer: 1 });
  });

  test('is not ended by a tab', async () => {
    const { does } = await open();
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    dialog.url.submit({ answer: 1 });
    warned.mockRestore();
    expect(does.submitDialog).not.toHaveBeenCalled();
  });
});

describe('who is heard', () => {
  const ask = { data: { id: 7, func: 'authentication.getAuthToken', args: [] }, origin };

  test.each([
    ['another window', () => ({ ...ask, source: {} })],
    ['another origin in the frame', (frame: unknown) => ({ ...ask, source: frame, origin: 'https://evil.example' })],
    ['no call at all', (frame: unknown) => ({ ...ask, source: frame, data: { func: 'x' } })],
    [
      'a name that every object has',
      (frame: unknown) => ({ ...ask, source: frame, data: { id: 7, func: 'toString' } }),
    ],
  ])('not %s', async (_, event) => {
    const { does, tab } = await open();
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const answered = jest.fn();
    tab.frame.addEventListener('message', answered);
    tab.shell.dispatch(event(tab.frame));
    await aMoment();
    expect(does.token).not.toHaveBeenCalled();
    expect(answered).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  test('the frame itself', async () => {
    const { does, tab } = await open();
    tab.shell.dispatch({ ...ask, source: tab.frame });
    await aMoment();
    expect(does.token).toHaveBeenCalledTimes(1);
  });

  test('events before the start are dropped', async () => {
    const { tab } = loaded();
    const heard = jest.fn();
    tab.frame.addEventListener('message', heard);
    tab.host.send({ func: 'themeChange', args: ['dark'] });
    expect(heard).not.toHaveBeenCalled();
  });
});
