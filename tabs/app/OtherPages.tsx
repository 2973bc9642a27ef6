import { lazy, type ComponentType } from 'react';
import { Route, Switch } from 'wouter';
import { matrixPeriodIn } from './destinations';
import { NotHere } from './NotHere';
import { loadWorkPage } from './pageChunks';
import { Redirect } from './Redirect';
import { useSession } from './SessionProvider';
import { matrixPath, reviewsPath } from './subPage';
import { useTeams } from './TeamsProvider';

const page = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

const StagePage = page(async () => (await import('../features/assess/StagePage')).StagePage);
const WorkPage = page(async () => (await loadWorkPage()).WorkPage);
const ReviewsPage = page(async () => (await import('../features/review/ReviewsPage')).ReviewsPage);
const ReviewPage = page(async () => (await import('../features/review/ReviewPage')).ReviewPage);
const CategoriesPage = page(async () => (await import('../features/categorise/CategoriesPage')).CategoriesPage);
const ProposePage = page(async () => (await import('../features/categorise/ProposePage')).ProposePage);
const ChangePage = page(async () => (await import('../features/categorise/ChangePage')).ChangePage);
const SupportPage = page(async () => (await import('../features/support/SupportPage')).SupportPage);
const AcademyPage = page(async () => (await import('../features/academy/AcademyPage')).AcademyPage);
const AdministrationPage = page(
  async () => (await import('../features/administer/AdministrationPage')).AdministrationPage,
);
const ModelsPage = page(async () => (await import('../features/administer/ModelsPage')).ModelsPage);
const MessagesPage = page(async () => (await import('../features/administer/MessagesPage')).MessagesPage);
const HandEditsPage = page(async () => (await import('../features/administer/HandEditsPage')).HandEditsPage);
const AcademiesPage = page(async () => (await import('../features/administer/AcademiesPage')).AcademiesPage);
const NewAcademyPage = page(async () => (await import('../features/administer/NewAcademyPage')).NewAcademyPage);
const AcademyFactsPage = page(async () => (await import('../features/administer/AcademyFactsPage')).AcademyFactsPage);
const PeoplePage = page(async () => (await import('../features/administer/PeoplePage')).PeoplePage);
const NewPersonPage = page(async () => (await import('../features/administer/NewPersonPage')).NewPersonPage);
const PersonPage = page(async () => (await import('../features/administer/PersonPage')).PersonPage);
const CalendarPage = page(async () => (await import('../features/administer/CalendarPage')).CalendarPage);
const YearDatesPage = page(async () => (await import('../features/administer/YearDatesPage')).YearDatesPage);
const OpeningPage = page(async () => (await import('../features/administer/OpeningPage')).OpeningPage);
const ModelChangePage = page(async () => (await import('../features/administer/ModelChangePage')).ModelChangePage);
const HandEditPage = page(async () => (await import('../features/administer/HandEditPage')).HandEditPage);

/** A trust whose framework judges nothing has no matrix and no reviews: its own work takes their place. */
const CurrentMatrix = () => {
  const period = matrixPeriodIn(useSession(), useTeams().context);
  return <Redirect to={period ? matrixPath(period) : '/work'} />;
};
const CurrentReviews = () => {
  const { currentPeriod } = useSession();
  return <Redirect to={currentPeriod ? reviewsPath(currentPeriod) : '/work'} />;
};

/** Every address of the tab but those of `Pages.tsx`: a deep link's sub-page with a slash before it. */
export const OtherPages = () => (
  <Switch>
    <Route path="/work" component={WorkPage} />
    <Route path="/matrix" component={CurrentMatrix} />
    <Route path="/stage/:year/:period" component={StagePage} />
    <Route path="/reviews" component={CurrentReviews} />
    <Route path="/reviews/:year/:period" component={ReviewsPage} />
    <Route path="/reviews/:year/:period/:urn/:area?" component={ReviewPage} />
    <Route path="/categories" component={CategoriesPage} />
    <Route path="/categories/propose/:urn" component={ProposePage} />
    <Route path="/categories/:id" component={ChangePage} />
    <Route path="/academies/:urn/support/:year" component={SupportPage} />
    <Route path="/academies/:urn" component={AcademyPage} />
    <Route path="/administration" component={AdministrationPage} />
    <Route path="/administration/academies" component={AcademiesPage} />
    <Route path="/administration/academies/new" component={NewAcademyPage} />
    <Route path="/administration/academies/:urn" component={AcademyFactsPage} />
    <Route path="/administration/people" component={PeoplePage} />
    <Route path="/administration/people/new" component={NewPersonPage} />
    <Route path="/administration/people/:person" component={PersonPage} />
    <Route path="/administration/calendar" component={CalendarPage} />
    <Route path="/administration/calendar/:year" component={YearDatesPage} />
    <Route path="/administration/opening/:year?/:period?" component={OpeningPage} />
    <Route path="/administration/models" component={ModelsPage} />
    <Route path="/administration/messages" component={MessagesPage} />
    <Route path="/administration/hand-edits" component={HandEditsPage} />
    <Route path="/administration/models/:year/:code/:version" component={ModelChangePage} />
    <Route path="/administration/hand-edits/:list/:item" component={HandEditPage} />
    <Route component={NotHere} />
  </Switch>
);
