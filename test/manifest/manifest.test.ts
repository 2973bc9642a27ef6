import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { commands } from '../../bot/cards/commands';
import { createDeepLink } from '../../bot/cards/deepLink';
import { createMessageExtension } from '../../bot/messageExtension';
import { tabEntityIds } from '../../local/settings';
import { fillJson } from '../../local/package/placeholders';
import { manifestValues } from './values';

const Strings = z.array(z.string());
const Manifest = z.object({
  $schema: z.url(),
  manifestVersion: z.string(),
  version: z.string().regex(/^[1-9]\d*\.\d+\.\d+$/),
  name: z.object({ short: z.string(), full: z.string() }),
  description: z.object({ short: z.string(), full: z.string() }),
  localizationInfo: z.object({ defaultLanguageTag: z.string(), defaultLanguageFile: z.string() }),
  staticTabs: z.array(
    z.object({
      entityId: z.string(),
      name: z.string(),
      contentUrl: z.url(),
      websiteUrl: z.url(),
      scopes: Strings,
      context: Strings,
    }),
  ),
  bots: z.tuple([
    z.object({
      botId: z.string(),
      scopes: Strings,
      commandLists: z.array(
        z.object({
          scopes: Strings,
          commands: z.array(z.object({ title: z.string(), description: z.string() })),
        }),
      ),
    }),
  ]),
  composeExtensions: z.tuple([
    z.object({
      botId: z.string(),
      commands: z.tuple([
        z.object({
          id: z.string(),
          type: z.string(),
          context: Strings,
          title: z.string(),
          description: z.string(),
          initialRun: z.boolean(),
          parameters: z.tuple([z.object({ name: z.string(), title: z.string(), description: z.string() })]),
        }),
      ]),
    }),
  ]),
  permissions: Strings,
  validDomains: Strings,
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
  authorization: z.object({
    permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string(), type: z.string() })) }),
  }),
});
const manifest = Manifest.parse(JSON.parse(fillJson(path.resolve('manifest', 'manifest.json'), manifestValues)));
const [bot] = manifest.bots;
const [extension] = manifest.composeExtensions;
const origin = `https://${manifestValues.TAB_DOMAIN}`;

describe('the manifest', () => {
  it('names the version whose schema it keeps: the newest that Microsoft’s package has', () => {
    expect(manifest.$schema).toContain(`/v${manifest.manifestVersion}/`);
    const schemas = readdirSync(path.resolve('node_modules/@microsoft/app-manifest/build/json-schemas/teams'));
    const minors = schemas.map((name) => Number(/^v1\.(\d+)$/.exec(name)?.[1] ?? 0));
    expect(manifest.manifestVersion).toBe(`1.${Math.max(...minors)}`);
  });

  it('has one tab for a person and one for everybody in a chat, channel or meeting', () => {
    const tabs = manifest.staticTabs.map(({ entityId, scopes, context }) => ({ entityId, scopes, context }));
    expect(tabs).toEqual([
      { entityId: tabEntityIds.personal, scopes: ['personal'], context: ['personalTab'] },
      {
        entityId: tabEntityIds.meeting,
        scopes: ['team', 'groupChat'],
        context: [
          'channelTab',
          'privateChatTab',
          'meetingChatTab',
          'meetingDetailsTab',
          'meetingSidePanel',
          'meetingStage',
        ],
      },
    ]);
  });

  it('serves them from the one domain that is valid', () => {
    expect(manifest.validDomains).toEqual([manifestValues.TAB_DOMAIN]);
    for (const { contentUrl, websiteUrl } of manifest.staticTabs) {
      expect(contentUrl).toBe(`${origin}/`);
      expect(websiteUrl).toBe(`${origin}/`);
    }
  });

  it('names the tab that links in cards lead to', () => {
    const link = createDeepLink({ teamsAppId: 'app', tabOrigin: origin })('work');
    const [personal] = manifest.staticTabs;
    expect(link).toContain(`/l/entity/app/${personal?.entityId}?`);
  });

  it('offers the commands that the bot understands, in the one place where it answers', () => {
    expect(bot.commandLists).toEqual([{ scopes: ['personal'], commands }]);
  });

  it('has the bot wherever a card may be shared', () => {
    expect(bot.scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(extension.botId).toBe(bot.botId);
    expect(bot.botId).toBe(manifestValues.BOT_ID);
  });

  it('signs people in to the registration, at the address of the tab', () => {
    const { AAD_APP_CLIENT_ID: id, TAB_DOMAIN: domain } = manifestValues;
    expect(manifest.webApplicationInfo).toEqual({ id, resource: `api://${domain}/${id}` });
  });

  it('asks for the stage of meetings, and for nothing else', () => {
    expect(manifest.authorization.permissions.resourceSpecific).toEqual([
      { name: 'MeetingStage.Write.Chat', type: 'Delegated' },
      { name: 'ChannelMeetingStage.Write.Group', type: 'Delegated' },
    ]);
    expect(manifest.permissions).toEqual(['identity', 'messageTeamMembers']);
  });
});

describe('the message extension in the manifest', () => {
  const [command] = extension.commands;
  const standing = (urn: string, name: string) => ({ urn, name, phase: 'primary', records: [] });
  const search = createMessageExtension({
    useCases: {
      findAcademies: () =>
        Promise.resolve({
          ok: true,
          value: { academies: [standing('100001', 'Alder Academy'), standing('100002', 'Birch Academy')] },
        } as never),
    },
    deepLink: (place) => `https://teams.example/${place}`,
  });
  const titlesFor = async (parameters: readonly object[]): Promise<readonly unknown[]> => {
    const answer = await search('a55e0000-0000-4000-8000-0000000000ff' as never, { commandId: command.id, parameters });
    const { attachments } = z
      .object({
        attachments: z.array(z.object({ preview: z.object({ content: z.object({ title: z.string() }) }) })),
      })
      .parse(answer.composeExtension);
    return attachments.map(({ preview }) => preview.content.title);
  };

  it('is the search that the bot answers: by the command, by the parameter, and when it is opened', async () => {
    const [parameter] = command.parameters;
    expect(command).toMatchObject({ type: 'query', context: ['compose'], initialRun: true });
    expect(await titlesFor([{ name: parameter.name, value: 'birch' }])).toEqual(['Birch Academy']);
    expect(await titlesFor([{ name: 'initialRun', value: true }])).toEqual(['Alder Academy', 'Birch Academy']);
  });
});

/** What people read, by the names that a localisation file uses. */
const wordsIn = (value: unknown, place = ''): [string, string][] => {
  const shown = /(^|\.)(name|title|description|short|full)$/;
  if (typeof value === 'string') return shown.test(place) ? [[place, value]] : [];
  if (Array.isArray(value)) return value.flatMap((each, i) => wordsIn(each, `${place}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => wordsIn(each, place === '' ? name : `${place}.${name}`));
};

describe('the words of the manifest', () => {
  it('are in the localisation file of British English, all of them and the same', () => {
    const { defaultLanguageTag, defaultLanguageFile } = manifest.localizationInfo;
    expect([defaultLanguageTag, defaultLanguageFile]).toEqual(['en-gb', 'en-gb.json']);
    const { $schema, ...words } = JSON.parse(
      readFileSync(path.resolve('manifest', defaultLanguageFile), 'utf8'),
    ) as Record<string, string>;
    expect($schema).toBe(manifest.$schema.replace('MicrosoftTeams.schema', 'MicrosoftTeams.Localization.schema'));
    const { authorization: _, ...readable } = manifest;
    const shown = wordsIn(readable).filter(([place]) => !/parameters\[\d\]\.name$/.test(place));
    expect(words).toEqual(Object.fromEntries(shown));
  });

  it('fit, and name no product of Microsoft', () => {
    expect(manifest.name.short.length).toBeLessThanOrEqual(30);
    expect(manifest.description.short.length).toBeLessThanOrEqual(80);
    expect(manifest.description.full.split(/\s+/).length).toBeLessThan(500);
    expect(`${manifest.name.short} ${manifest.name.full}`).not.toMatch(/Microsoft|Teams/);
    for (const { title, description } of bot.commandLists[0]?.commands ?? []) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(128);
    }
  });
});
