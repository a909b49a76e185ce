package io.countersign.ask.answering;

import io.countersign.ask.reading.Intent.Wanted;
import io.countersign.ask.reading.Intent.Wanted.Deed;
import io.countersign.ask.reading.Narrowing;
import io.countersign.ats.NextStep;
import io.countersign.ats.RankedApplication;
import io.countersign.mail.Category;
import io.countersign.mail.ChargeStatus;
import io.countersign.mail.Message;
import io.countersign.mail.ReceiptKind;
import io.countersign.money.Receipt;
import io.countersign.policy.Action;
import io.countersign.policy.ActionEffect;
import io.countersign.shared.text.OneLine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tasks for what applications await of the person, and for what is to be paid. */
final class WantedTasks {
    private static final int LONGEST_TITLE = 120;

    private final Desks desks;
    private final Speech speech;

    WantedTasks(Desks desks, Speech speech) {
        this.desks = desks;
        this.speech = speech;
    }

    /** Empty when the wish has words that nothing explains. */
    Optional<List<Suggested>> of(Wanted wanted) {
        boolean all = wanted.deed() == Deed.TASKS;
        var kinds = wanted.by().values("category");
        boolean onlyBills = kinds.contains(Category.RECEIPT.id());
        var steps = onlyBills
                ? Optional.<List<Suggested>>empty()
                : NameFilter.of(wanted.by(), desks.applications().applications(), ApplicationWords::names)
                        .map(found -> steps(found, wanted.by(), all));
        var bills = all && (onlyBills || kinds.isEmpty())
                ? NameFilter.of(wanted.by(), unpaid(), SpendingAnswer::names).map(this::bills)
                : Optional.<List<Suggested>>empty();
        if (steps.isEmpty() && bills.isEmpty()) {
            return Optional.empty();
        }
        var tasks = new ArrayList<>(steps.orElse(List.of()));
        tasks.addAll(bills.orElse(List.of()));
        return Optional.of(tasks.stream()
                .filter(task -> ActionEffect.wouldChange(task.action(), task.mail()))
                .toList());
    }

    private List<Suggested> steps(List<RankedApplication> found, Narrowing by, boolean all) {
        var mails = desks.mailsOf(found);
        return found.stream()
                .filter(one -> isMeant(one.outlook().step(), all, !by.mentions().isEmpty()))
                .filter(one -> isOfKind(one.outlook().step(), by.values("category")))
                .filter(one -> isDue(one.outlook().step(), by))
                .flatMap(one -> task(one, mails, all))
                .toList();
    }

    /** Who names an employer wants to ask them, also before it is time. */
    private static boolean isMeant(NextStep step, boolean all, boolean named) {
        return switch (step) {
            case NextStep.FollowUp _ -> true;
            case NextStep.Answer _, NextStep.Assessment _, NextStep.Decide _, NextStep.ThankYou _ -> all;
            case NextStep.Wait _ -> named && !all;
            case NextStep.Prepare _, NextStep.LetGo _, NextStep.None _ -> false;
        };
    }

    /** {@code Tasks for my assessments} are those of assessments only. */
    private static boolean isOfKind(NextStep step, Set<String> kinds) {
        return switch (step) {
            case NextStep.Assessment _ -> kinds.isEmpty() || kinds.contains(Category.ASSESSMENT.id());
            case NextStep.Decide _ -> kinds.isEmpty() || kinds.contains(Category.OFFER.id());
            case NextStep.Answer _, NextStep.ThankYou _ -> kinds.isEmpty() || kinds.contains(Category.INTERVIEW.id());
            case NextStep.FollowUp _ -> kinds.isEmpty() || kinds.contains(Category.APPLICATION_CONFIRMATION.id());
            case NextStep.Prepare _, NextStep.Wait _, NextStep.LetGo _, NextStep.None _ -> kinds.isEmpty();
        };
    }

    private static boolean isDue(NextStep step, Narrowing by) {
        var end = by.period().flatMap(period -> period.until());
        return end.isEmpty()
                || step.dueDate().filter(day -> !day.isAfter(end.get())).isPresent();
    }

    private Stream<Suggested> task(RankedApplication one, Map<Long, Message> mails, boolean all) {
        var words = all ? new StepWords(speech).task(one.outlook().step()) : speech.say("ask.task.follow-up");
        var title = speech.say("ask.deadline", ApplicationWords.title(one.application()), words);
        return one.application().messageIds().reversed().stream()
                .flatMap(id -> Stream.ofNullable(mails.get(id)))
                .filter(mail -> !MailFilter.isOwn(mail))
                .limit(1)
                .map(mail -> suggested(mail, title, one.outlook().step().dueDate()));
    }

    private Suggested suggested(Message mail, String title, Optional<LocalDate> due) {
        int days = due.map(day -> Math.clamp(ChronoUnit.DAYS.between(desks.today(), day), 0, 365))
                .orElse(0);
        var fitting = title.length() > LONGEST_TITLE ? OneLine.of(title.substring(0, LONGEST_TITLE)) : title;
        return new Suggested(
                mail,
                new Action.CreateTask(Optional.of(fitting), due.isPresent() ? Optional.of(days) : Optional.empty()),
                speech.say("ask.wanted.reason.tasks"));
    }

    private List<Receipt> unpaid() {
        return desks.money().receipts().stream()
                .filter(one -> one.status() == ChargeStatus.PENDING && one.kind() != ReceiptKind.INCOME)
                .toList();
    }

    private List<Suggested> bills(List<Receipt> receipts) {
        return receipts.stream()
                .map(one -> suggested(
                        one.leading().message(),
                        speech.say(
                                "ask.step.pay", OneLine.of(one.merchant()), speech.money(one.amount(), one.currency())),
                        Optional.empty()))
                .toList();
    }
}
