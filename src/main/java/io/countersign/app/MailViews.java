package io.countersign.app;

import io.countersign.approval.ui.ActivityController;
import io.countersign.approval.ui.ActivityPart;
import io.countersign.approval.ui.ActivityViewModel;
import io.countersign.approval.ui.ApprovalWords;
import io.countersign.approval.ui.ApprovalsController;
import io.countersign.approval.ui.ApprovalsViewModel;
import io.countersign.approval.ui.DetailReader;
import io.countersign.approval.ui.RowFilter;
import io.countersign.approval.ui.TrustPorts;
import io.countersign.ask.ModelKey;
import io.countersign.ask.ui.ModelController;
import io.countersign.ask.ui.ModelViewModel;
import io.countersign.ask.ui.ModelWords;
import io.countersign.ats.detection.RelayDomains;
import io.countersign.ats.ui.ApplicationWords;
import io.countersign.ats.ui.ApplicationsController;
import io.countersign.ats.ui.ApplicationsReader;
import io.countersign.ats.ui.ApplicationsViewModel;
import io.countersign.insight.ui.InsightReader;
import io.countersign.insight.ui.InsightWords;
import io.countersign.insight.ui.InsightsController;
import io.countersign.insight.ui.InsightsViewModel;
import io.countersign.money.ui.MoneyController;
import io.countersign.money.ui.MoneyReader;
import io.countersign.money.ui.MoneyViewModel;
import io.countersign.money.ui.MoneyWords;
import io.countersign.policy.ui.PoliciesController;
import io.countersign.policy.ui.PoliciesReader;
import io.countersign.policy.ui.PoliciesViewModel;
import io.countersign.policy.ui.PolicyDrafts;
import io.countersign.policy.ui.PolicyWords;
import io.countersign.shared.ui.WindowPorts;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;

/** The controllers of the views that show a person's mail, with what each of them needs of {@code root}. */
record MailViews(CompositionRoot root, Clock clock, ModelKey key) {
    ApprovalsController approvals(WindowPorts ports, PolicyDrafts drafts) {
        var words = new ApprovalWords(ports.texts(), ports.formats());
        var reader = new DetailReader(
                root.approvals(),
                root.messages(),
                root.reader(),
                new AppliedHere(root.applications().desk(), RelayDomains.load(), clock.getZone()));
        return new ApprovalsController(
                ApprovalsViewModel.of(
                        root.approvals(),
                        new TrustPorts(root.trust(), root.trust()),
                        reader,
                        RowFilter.words(),
                        ports,
                        drafts,
                        words,
                        clock),
                words,
                clock);
    }

    ApplicationsController applications(WindowPorts ports) {
        var words = new ApplicationWords(ports.texts(), ports.formats(), clock);
        return new ApplicationsController(
                new ApplicationsViewModel(applicationsReader(ports), ports, words, clock), words);
    }

    ApplicationsReader applicationsReader(WindowPorts ports) {
        var parts = root.applications();
        return new ApplicationsReader(
                parts.desk(),
                parts.drafts(),
                new ApplicationsReader.Mails(root.messages(), root.reader()),
                new ApplicationExport(
                        parts.drafts(),
                        root.messages(),
                        new SystemPrograms()::write,
                        ports.texts().get("applications.interview"),
                        clock));
    }

    MoneyController money(WindowPorts ports) {
        var reader = new MoneyReader(
                root.money(), root.reader(), clock.getZone(), ports.formats().locale());
        return new MoneyController(
                new MoneyViewModel(reader, ports, clock), new MoneyWords(ports.texts(), ports.formats()));
    }

    PoliciesController policies(WindowPorts ports, PolicyDrafts drafts) {
        var reader = new PoliciesReader(
                root.policyDesk(),
                root.liveMatches(),
                root.simulator(),
                root.messages(),
                root.reader(),
                new DecidedQuality(root.statistics(), root.user()));
        return new PoliciesController(
                new PoliciesViewModel(reader, ports, drafts, PoliciesViewModel.Pauses.typing()),
                new PolicyWords(ports.texts(), ports.formats()));
    }

    InsightsController insights(WindowPorts ports) {
        return new InsightsController(
                new InsightsViewModel(insightReader(), ports), new InsightWords(ports.texts(), ports.formats()));
    }

    InsightReader insightReader() {
        var personal = new InsightReader.Personal(root.user(), root.weights(), root.approvals(), root.reader());
        return new InsightReader(root.insights(), Optional.of(root.trust()), personal, clock);
    }

    ModelController languageModel(WindowPorts ports) {
        return new ModelController(
                new ModelViewModel(root.modelSetup(key), ports, clock), new ModelWords(ports.texts(), ports.formats()));
    }

    ActivityController activity(WindowPorts ports, ObjectProperty<ActivityPart> part) {
        return new ActivityController(
                new ActivityViewModel(
                        root.approvals(), root.messages()::findAll, ports.tasks(), ports.toasts(), ports.texts()),
                part,
                ports.texts(),
                ports.formats());
    }
}
