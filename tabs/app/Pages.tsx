import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { AdministrationPage } from '../features/administer/AdministrationPage';
import { MatrixPage } from '../features/assess/MatrixPage';
import { CategoriesPage } from '../features/categorise/CategoriesPage';
import { ChangePage } from '../features/categorise/ChangePage';
import { ProposePage } from '../features/categorise/ProposePage';
import { ReviewPage } from '../features/review/ReviewPage';
import { ReviewsPage } from '../features/review/ReviewsPage';
import { WorkPage } from '../features/work/WorkPage';
import { beginning } from '../components/PageHeading';
import { landingOf } from './destinations';
import { NotHere } from './NotHere';
import { Shell } from './Shell';
import { matrixPath, reviewsPath } from './subPage';
import { useSession } from './SessionProvider';
import { useTeams } from './TeamsProvider';

const Landing = () => <Navigate replace state={beginning} to={landingOf(useSession(), useTeams().context)} />;
const CurrentMatrix = () => <Navigate replace to={matrixPath(useSession().matrixTerm)} />;
const CurrentReviews = () => <Navigate replace to={reviewsPath(useSession().currentTerm)} />;

/** Every address of the tab: a deep link's sub-page with a slash before it. */
export const Pages = () => (
  <BrowserRouter>
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<Landing />} />
        <Route path="work" element={<WorkPage />} />
        <Route path="matrix" element={<CurrentMatrix />} />
        <Route path="matrix/:year/:term/:urn?/:area?" element={<MatrixPage />} />
        <Route path="reviews" element={<CurrentReviews />} />
        <Route path="reviews/:year/:term" element={<ReviewsPage />} />
        <Route path="reviews/:year/:term/:urn/:area?" element={<ReviewPage />} />
        <Route path="categories" element={<CategoriesPage />} />
        <Route path="categories/propose/:urn" element={<ProposePage />} />
        <Route path="categories/:id" element={<ChangePage />} />
        <Route path="administration" element={<AdministrationPage />} />
        <Route path="*" element={<NotHere />} />
      </Route>
    </Routes>
  </BrowserRouter>
);
