package io.countersign.app;

import io.countersign.api.ApiToken;
import io.countersign.api.Limits;
import io.countersign.api.Route;
import io.countersign.api.http.ApiServer;
import io.countersign.api.routes.ActionRoutes;
import io.countersign.api.routes.ApplicationRoutes;
import io.countersign.api.routes.ChatRoutes;
import io.countersign.api.routes.JobRoutes;
import io.countersign.api.routes.LearningRoutes;
import io.countersign.api.routes.MoneyRoutes;
import io.countersign.api.routes.PolicyRoutes;
import io.countersign.api.routes.ServiceRoutes;
import io.countersign.ask.AskDesk;
import io.countersign.job.JobJson;
import io.countersign.job.ui.LogWords;
import io.countersign.shared.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the local API offers of open services, for a command or the window: start it with {@link ApiServer#start}. */
record ApiParts(List<Route> routes) {
    ApiParts {
        routes = List.copyOf(routes);
    }

    static ApiParts of(CompositionRoot root, AskDesk ask) {
        var texts = Texts.of(Locale.ENGLISH);
        var applications = root.applications();
        var words = new ApplicationRoutes.Words(
                reason -> texts.get(reason.key(), reason.arguments().toArray()),
                (application, kind) -> applications.drafts().draft(application, kind, Locale.getDefault()));
        return new ApiParts(Stream.of(
                        new ServiceRoutes(root.metrics()).routes(),
                        new ActionRoutes(root.approvals(), root.messages()).routes(),
                        new PolicyRoutes(root.policyDesk()).routes(),
                        new LearningRoutes(root.statistics(), root.weights(), root.user(), root::statisticsVersion)
                                .routes(),
                        new MoneyRoutes(
                                        root.money(),
                                        reason -> texts.get(
                                                reason.key(), reason.arguments().toArray()))
                                .routes(),
                        new ApplicationRoutes(applications.desk(), applications.enrichment(), root.messages(), words)
                                .routes(),
                        new JobRoutes(() -> root.jobs().desk(), new JobJson(root.zone(), new LogWords(texts)::of))
                                .routes(),
                        new ChatRoutes(ask, root.messages()).routes())
                .flatMap(List::stream)
                .toList());
    }

    /** With the token of this home, which is made where there is none. */
    ApiServer.Offer offer(Path home) {
        return new ApiServer.Offer(routes, ApiToken.in(home), Limits.STANDARD, Texts.of(Locale.ENGLISH)::of);
    }
}
