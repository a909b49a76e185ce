package io.countersign.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.OnRequest.Request;
import io.countersign.approval.OnRequest.Withdrawn;
import io.countersign.ask.Answer;
import io.countersign.ask.AskDesk;
import io.countersign.ask.Question;
import io.countersign.ask.ui.Exchange.State;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.ui.SampleSearch;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.task.HeldTasks;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.View;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class AskViewModelTest {
    private final SampleSearch mailbox = SampleSearch.jobSeeker();
    private final SearchAndAskStage screen = new SearchAndAskStage(mailbox, new DirectTasks(), Locale.ENGLISH);
    private final AskViewModel model = screen.ask;

    private void ask(String question) {
        model.typedProperty().set(question);
        model.ask(Mode.PLAIN);
    }

    private static Answer answered(Exchange exchange) {
        return exchange.stateProperty().get() instanceof State.Answered(var answer)
                ? answer
                : org.assertj.core.api.Assertions.fail("not answered");
    }

    @Test
    void anAnswerComesInPiecesAndThenWhole() {
        var told = new ArrayList<State>();
        model.exchanges().addListener((javafx.collections.ListChangeListener<Exchange>) change -> {
            while (change.next()) {
                change.getAddedSubList()
                        .forEach(each -> each.stateProperty().subscribe(state -> {
                            told.add(state);
                        }));
            }
        });
        ask("Which interviews do I have?");
        assertThat(told.stream().filter(State.Asking.class::isInstance).count()).isGreaterThan(5);
        assertThat(told.getLast()).isInstanceOf(State.Answered.class);
        assertThat(model.typedProperty().get()).isEmpty();
    }

    @Test
    void oneQuestionIsAnsweredAtATimeAndTheNewestStandsFirst() {
        var held = new HeldTasks();
        var slow = new SearchAndAskStage(mailbox, held, Locale.ENGLISH);
        slow.ask.ask("Which one?", Mode.PLAIN);
        slow.ask.ask("What else?", Mode.PLAIN);
        assertThat(slow.ask.exchanges()).hasSize(1);
        held.runAll();
        slow.ask.ask("What else?", Mode.MONEY);
        held.runAll();
        assertThat(slow.answers.asked)
                .containsExactly(new Question("Which one?", Mode.PLAIN), new Question("What else?", Mode.MONEY));
        assertThat(slow.ask.exchanges().getFirst().question().text()).isEqualTo("What else?");
    }

    @Test
    void questionsOfThisSessionComeBackAndWhatWasBeingTypedToo() {
        ask("first");
        ask("second");
        model.typedProperty().set("thi");
        model.older();
        assertThat(model.typedProperty().get()).isEqualTo("second");
        model.older();
        model.older();
        assertThat(model.typedProperty().get()).isEqualTo("first");
        model.newer();
        model.newer();
        assertThat(model.typedProperty().get()).isEqualTo("thi");
    }

    @Test
    void suggestionsBecomeProposalsOnlyWhenThePersonSaysSo() {
        ask("Clean up promotions");
        var exchange = model.exchanges().getFirst();
        assertThat(screen.answers.proposed).isEmpty();
        model.propose(exchange, answered(exchange));
        assertThat(screen.answers.proposed).hasSize(1);
        assertThat(exchange.proposedProperty().get()).hasValue(14);
        assertThat(screen.counts.of(View.APPROVALS).get()).isEqualTo(14);
        assertThat(screen.toasts.said()).last().asString().startsWith("14 proposals wait");

        screen.toasts.press();
        assertThat(screen.answers.withdrawn).hasSize(1);
        assertThat(exchange.proposedProperty().get()).isEmpty();
        assertThat(screen.counts.of(View.APPROVALS).get()).isZero();
        assertThat(screen.toasts.said()).last().isEqualTo("14 proposals withdrawn");
    }

    @Test
    void aStoppedAnswerKeepsWhatWasThere() {
        AskDesk stopping = new AskDesk() {
            @Override
            public Answer ask(
                    Question question,
                    java.util.function.Consumer<String> told,
                    io.countersign.shared.task.Progress progress) {
                told.accept("So far ");
                told.accept("so good");
                throw new CancellationException();
            }

            @Override
            public Request propose(Answer answer) {
                return new Request(0, 0);
            }

            @Override
            public Withdrawn withdraw(Request request, Progress progress) {
                return new Withdrawn(0, 0, 0);
            }
        };
        var stopped = new AskViewModel(stopping, model.mail(), screen.ports(), Runnable::run);
        stopped.ask("Which?", Mode.PLAIN);
        assertThat(stopped.exchanges().getFirst().stateProperty().get()).isEqualTo(new State.Stopped("So far so good"));
        assertThat(stopped.runningProperty().get()).isFalse();
    }

    @Test
    void onlySoManyAnswersAreKeptAndAnEndlessQuestionIsCut() {
        for (int i = 0; i < 40; i++) {
            ask("Which " + i);
        }
        assertThat(model.exchanges()).hasSize(30);
        ask("x".repeat(10_000));
        assertThat(model.exchanges().getFirst().question().text()).hasSize(AskViewModel.LONGEST);
    }

    @Test
    void aCopiedAnswerNamesItsSources() {
        ask("What did she write?");
        var words = new AskWords(screen.texts(), screen.formats());
        assertThat(words.copied(answered(model.exchanges().getFirst())))
                .contains("[1] Interview: Senior Data Engineer, Thursday 14:00 CET · Hanna Berg");
    }
}
