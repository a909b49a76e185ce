package io.countersign.ask.ui;

import io.countersign.approval.OnRequest.Request;
import io.countersign.ask.Answer;
import io.countersign.ask.AskDesk;
import io.countersign.ask.Question;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.ui.MailViewModel;
import io.countersign.search.ui.ProposedNotice;
import io.countersign.search.ui.ProposedNotice.Proposed;
import io.countersign.search.ui.ProposedNotice.TakenBack;
import io.countersign.shared.task.BackgroundTasks.Running;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.WindowPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The questions of this session, the newest first, and the mail that one looked up. UI thread only. */
public final class AskViewModel {
    /** More is no question. */
    static final int LONGEST = 2_000;

    private static final int KEPT = 30;

    private final AskDesk desk;
    private final WindowPorts ports;
    private final MailViewModel mail;
    private final Executor ui;
    private final StringProperty typed = new SimpleStringProperty("");
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final ObservableList<Exchange> exchanges = FXCollections.observableArrayList();
    private final List<String> history = new ArrayList<>();
    private Running task = () -> {};
    private int recalled;
    private String draft = "";

    /** {@code ui} runs what another thread hands over on the UI thread. */
    public AskViewModel(AskDesk desk, MailViewModel mail, WindowPorts ports, Executor ui) {
        this.desk = desk;
        this.mail = mail;
        this.ports = ports;
        this.ui = ui;
    }

    /** Asks what is typed; does nothing while a question is being answered. */
    void ask(Mode mode) {
        var text = typed.get().strip();
        if (running.get() || text.isEmpty()) {
            return;
        }
        var question = new Question(text.length() > LONGEST ? text.substring(0, LONGEST) : text, mode);
        remember(text);
        typed.set("");
        var exchange = new Exchange(question);
        exchanges.addFirst(exchange);
        if (exchanges.size() > KEPT) {
            exchanges.removeLast();
        }
        start(exchange);
    }

    /** Asks a question that is offered. */
    void ask(String question, Mode mode) {
        if (!running.get()) {
            typed.set(question);
            ask(mode);
        }
    }

    /** Stops the answer; what is there of it stands. */
    void stop() {
        task.cancel();
    }

    /** Makes pending proposals of what an answer suggests, once. */
    void propose(Exchange exchange, Answer answer) {
        ports.tasks().run("ask.proposing", _ -> desk.propose(answer), request -> {
            exchange.proposed(request.proposals());
            new ProposedNotice(ports)
                    .say(
                            new Proposed(request.proposals(), progress -> takeBack(request, progress)),
                            exchange::takenBack);
        });
    }

    private TakenBack takeBack(Request request, Progress progress) {
        var withdrawn = desk.withdraw(request, progress);
        return new TakenBack(withdrawn.withdrawn(), withdrawn.decided(), withdrawn.left());
    }

    void showApprovals() {
        ports.navigation().show(View.APPROVALS);
    }

    /** Says that the answer is on the clipboard. */
    void copied() {
        ports.toasts().show(ports.texts().get("ask.copied"));
    }

    /** Puts the question before this one into the field. */
    void older() {
        if (recalled < history.size()) {
            if (recalled == 0) {
                draft = typed.get();
            }
            recalled++;
            typed.set(history.get(history.size() - recalled));
        }
    }

    /** Puts the question after this one into the field, at last what was being typed. */
    void newer() {
        if (recalled > 0) {
            recalled--;
            typed.set(recalled == 0 ? draft : history.get(history.size() - recalled));
        }
    }

    private void remember(String text) {
        if (history.isEmpty() || !history.getLast().equals(text)) {
            history.add(text);
        }
        recalled = 0;
        draft = "";
    }

    private void start(Exchange exchange) {
        running.set(true);
        var pieces = new Pieces(ui, exchange::tell);
        task = ports.tasks()
                .run(
                        "ask.answering",
                        progress -> desk.ask(exchange.question(), pieces::add, progress),
                        answer -> {
                            running.set(false);
                            exchange.answered(answer);
                        },
                        why -> failed(exchange, why));
    }

    private void failed(Exchange exchange, Throwable why) {
        running.set(false);
        if (why instanceof CancellationException) {
            exchange.stopped();
        } else {
            exchange.failed(ports.texts().of(why));
        }
    }

    /** What stands in the field. */
    StringProperty typedProperty() {
        return typed;
    }

    /** True while a question is being answered. */
    ReadOnlyBooleanProperty runningProperty() {
        return running;
    }

    ObservableList<Exchange> exchanges() {
        return exchanges;
    }

    MailViewModel mail() {
        return mail;
    }
}
