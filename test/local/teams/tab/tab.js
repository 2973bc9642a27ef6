/* global microsoftTeams, document, location, atob */
const { app, authentication, dialog, meeting, pages } = microsoftTeams;
const show = (id, text) => (document.getElementById(id).textContent = text);
const theme = (name) => (document.body.dataset.theme = name);
const press = (id, work) => document.getElementById(id).addEventListener('click', work);
const said = (promise) =>
  promise.then(
    (value) => show('said', JSON.stringify(value ?? 'done')),
    (error) => show('said', `refused: ${error.message ?? JSON.stringify(error)}`),
  );

const wire = () => {
  press('share', () =>
    meeting.shareAppContentToStage(
      (error, ok) => show('said', JSON.stringify(error ?? ok)),
      `${location.origin}/stage`,
    ),
  );
  press('dialog', () =>
    dialog.url.open(
      { url: `${location.origin}/dialog`, title: 'A dialog', size: { width: 400, height: 300 } },
      ({ err, result }) => show('said', JSON.stringify(err ?? result)),
    ),
  );
  press('submit', () => dialog.url.submit({ answer: 42 }));
  press('link', () => said(app.openLink('https://teams.microsoft.com/l/entity/another-app/page')));
  press('copy', () => pages.shareDeepLink({ subPageId: 'review/1', subPageLabel: 'A review' }));
  press('back', () => {
    pages.backStack.registerBackButtonHandler(() => {
      show('said', 'back');
      return true;
    });
  });
  press('fail', () => app.notifyFailure({ reason: 'Other', message: 'The tab cannot start.' }));
};

const start = async () => {
  await app.initialize();
  const context = await app.getContext();
  theme(context.app.theme);
  app.registerOnThemeChangeHandler(theme);
  const token = await authentication.getAuthToken();
  const claims = JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
  show(
    'context',
    JSON.stringify({ page: context.page, user: context.user, meeting: context.meeting, oid: claims.oid }, null, 1),
  );
  wire();
  app.notifySuccess();
};

start().catch((error) => show('said', error.message));
