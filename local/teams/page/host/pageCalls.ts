import { z } from 'zod';
import type { FrameActions } from './actions';
import { done, sdkError, type Calls } from './protocol';
import type { Surface } from './surface';

const Target = z.object({ pageId: z.string(), subPageId: z.string().nullish() });
const AppTarget = Target.extend({ appId: z.string() });
const ShareLink = z.tuple([z.string().nullish(), z.string().nullish()]).rest(z.unknown());
const Copied = z.object({ mimeType: z.literal('text/plain'), content: z.string() });

const text = (base64: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));

const navigation = (surface: () => Surface, actions: FrameActions): Calls => ({
  'pages.currentApp.navigateTo': ([wanted]) => {
    const target = Target.safeParse(wanted);
    const opened =
      target.success && actions.navigate({ pageId: target.data.pageId, subPageId: target.data.subPageId ?? undefined });
    return opened ? done : [sdkError(4000, 'The app has no such page.'), undefined];
  },
  'pages.currentApp.navigateToDefaultPage': () => {
    actions.navigate({ pageId: surface().entityId });
    return done;
  },
  'pages.navigateToApp': ([wanted]) => {
    const target = AppTarget.safeParse(wanted);
    if (!target.success || target.data.appId.toLowerCase() !== surface().appId) {
      return [false, 'This app is not installed here.'];
    }
    const { pageId, subPageId } = target.data;
    return actions.navigate({ pageId, subPageId: subPageId ?? undefined }) ? [true] : [false, 'There is no such page.'];
  },
  navigateBack: () => [actions.goBack()],
});

/** Moving within the app, links and the clipboard. */
export const pageCalls = (surface: () => Surface, actions: FrameActions): Calls => ({
  ...navigation(surface, actions),
  'settings.getSettings': () => {
    const { entityId, contentUrl } = surface();
    return [{ entityId, contentUrl, websiteUrl: contentUrl }];
  },
  executeDeepLink: ([url]) =>
    typeof url === 'string' && actions.openLink(url) ? [true] : [false, 'This link leads nowhere from here.'],
  shareDeepLink: (args) => {
    const link = ShareLink.safeParse(args);
    if (link.success) actions.shareLink({ subPageId: link.data[0] ?? undefined, label: link.data[1] ?? undefined });
    return undefined;
  },
  'clipboard.writeToClipboard': async ([blob]) => {
    const copied = Copied.safeParse(blob);
    if (!copied.success) return [sdkError(4000, 'Only text can be copied here.'), undefined];
    await actions.copy(text(copied.data.content));
    return done;
  },
});
