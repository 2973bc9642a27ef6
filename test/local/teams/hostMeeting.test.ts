import { app, meeting } from '@microsoft/teams-js';
import { createFrameHost } from '../../../local/teams/page/host/frameHost';
import { contextFrom } from '../../../tabs/app/teams';
import { tabsInTeams } from './tabsInTeams';
import { actions, origin, stage, surface } from './teamsJsWindow';

const { open } = tabsInTeams();

const called = <T>(call: (done: (error: unknown, value?: T | null) => void) => void): Promise<unknown[]> =>
  new Promise((resolve) => call((error, value) => resolve([error, value])));

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
    const { tab } = await open(
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
    const { does } = await open();
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
