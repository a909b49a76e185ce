package io.countersign.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.search.Facet;
import io.countersign.search.SearchDesk;
import io.countersign.search.SearchDesk.Wanted;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import io.countersign.search.ui.HealthViewModel.Notice;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.task.HeldTasks;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchViewModelTest {
    private final SampleSearch desk = SampleSearch.jobSeeker();
    private final SearchStage screen = new SearchStage(desk, new DirectTasks());
    private final SearchViewModel model = screen.model;

    @Test
    void aStaleAnswerNeverReplacesANewerOne() {
        var held = new HeldTasks();
        var slow = new SearchStage(desk, held);
        for (var typed : new String[] {"i", "in", "int", "interview thursday"}) {
            slow.model.type(typed);
        }
        held.runAll();
        assertThat(desk.asked).extracting(Wanted::typed).containsExactly("i", "interview thursday");
        assertThat(slow.answer().asked().typed()).isEqualTo("interview thursday");
        assertThat(slow.model.hits()).hasSize(1);
    }

    @Test
    void nothingIsShownOfAnAnswerThatArrivesAfterTheFieldWasCleared() {
        var held = new HeldTasks();
        var slow = new SearchStage(desk, held);
        slow.model.type("interview");
        slow.model.type("");
        held.runAll();
        assertThat(slow.model.stateProperty().get()).isInstanceOf(SearchState.Start.class);
        assertThat(slow.model.hits()).isEmpty();
        assertThat(slow.model.busyProperty().get()).isFalse();
    }

    @Test
    void theLastWordMayGoOnUntilABlankEndsItWhateverIsDoneWithTheHits() {
        model.type("interv");
        var listed = model.hits().stream().map(hit -> hit.mail().id()).toList();
        assertThat(listed).hasSize(11);
        model.order(Order.NEWEST);
        assertThat(model.hits()).extracting(hit -> hit.mail().id()).containsExactlyInAnyOrderElementsOf(listed);
        model.made().propose(screen.answer(), model.made().offers().getFirst(), "");
        assertThat(screen.proposed.getFirst()).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(desk.asked).extracting(Wanted::beingTyped).containsOnly(true);
        model.type("interview ");
        assertThat(desk.asked.getLast().beingTyped()).isFalse();
    }

    @Test
    void theBestThreeStandAboveAListByDateOnly() {
        model.search("interview");
        assertThat(screen.answer().best()).isEmpty();
        model.order(Order.NEWEST);
        assertThat(screen.answer().best()).hasSize(3);
        assertThat(model.hits())
                .extracting(hit -> hit.mail().envelope().receivedAt())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void facetsNarrowDownAndWidenAgain() {
        model.search("interview");
        int all = model.hits().size();
        model.toggle(Facet.CATEGORY, "receipt");
        model.toggle(Facet.YEAR, "2026");
        assertThat(model.hits()).hasSize(2);
        assertThat(model.askedProperty().get().narrowed())
                .isEqualTo(Map.of(Facet.CATEGORY, "receipt", Facet.YEAR, "2026"));
        model.toggle(Facet.CATEGORY, "receipt");
        assertThat(model.askedProperty().get().narrowed()).isEqualTo(Map.of(Facet.YEAR, "2026"));
        model.widen();
        assertThat(model.hits()).hasSize(all);
    }

    @Test
    void theFirstHitIsOpenedAndGoingThroughTheListOpensTheOthers() {
        model.search("interview");
        assertThat(model.current()).isPresent();
        model.move(1);
        model.move(-5);
        assertThat(model.atProperty().get()).isZero();
        model.move(2);
        var hit = model.current().orElseThrow();
        assertThat(model.mail().stateProperty().get())
                .isInstanceOfSatisfying(
                        MailState.Ready.class,
                        ready -> assertThat(ready.messageId())
                                .isEqualTo(hit.mail().id()));
        model.move(100);
        assertThat(model.atProperty().get()).isEqualTo(model.hits().size() - 1);
    }

    @Test
    void readingAnewStaysAtTheMailThatOneWasAt() {
        model.search("interview");
        model.move(3);
        var before = model.current().orElseThrow().mail().id();
        desk.add(
                0,
                io.countersign.mail.Category.PERSONAL,
                "Eva",
                "eva@posteo.example",
                "interview interview",
                "interview");
        model.load();
        assertThat(model.current().orElseThrow().mail().id()).isEqualTo(before);
    }

    @Test
    void moreIsReadWhenOneComesNearTheEndAndNoMoreThanCanBeListed() {
        var many = new SearchStage(SampleSearch.many(3000), new DirectTasks());
        many.model.search("offer");
        assertThat(many.model.hits()).hasSize(SearchViewModel.FIRST);
        many.model.move(SearchViewModel.FIRST - 5);
        assertThat(many.model.hits()).hasSize(SearchViewModel.MOST);
        many.model.move(SearchViewModel.MOST);
        assertThat(many.model.hits()).hasSize(SearchViewModel.MOST);
    }

    @Test
    void aSearchIsKeptOpenedForgottenAndBroughtBack() {
        model.load();
        model.search("interview");
        model.mode(Mode.NETWORKING);
        model.keep("Talks");
        assertThat(model.saved().find(model.askedProperty().get())).isPresent();
        model.search("receipt");
        var talks = model.saved().searchesProperty().get().getLast();
        model.open(talks);
        assertThat(model.askedProperty().get().typed()).isEqualTo("interview");
        assertThat(model.askedProperty().get().mode()).isEqualTo(Mode.NETWORKING);
        model.saved().forget(talks);
        assertThat(desk.saved()).extracting(each -> each.name()).doesNotContain("Talks");
        screen.toasts.press();
        assertThat(desk.saved()).extracting(each -> each.name()).contains("Talks");
    }

    @Test
    void whatIsWrongWithTheIndexIsSaidOnce() {
        desk.failure = Optional.of(SearchFailure.Kind.UNREACHABLE);
        model.search("interview");
        assertThat(model.health().noticeProperty().get())
                .isEqualTo(new Notice.Failing(SearchFailure.Kind.UNREACHABLE, false));
        model.health().dismiss();
        model.search("receipt");
        assertThat(model.health().noticeProperty().get()).isInstanceOf(Notice.None.class);
        desk.failure = Optional.empty();
        model.search("offer");
        desk.failure = Optional.of(SearchFailure.Kind.UNREACHABLE);
        model.search("interview");
        assertThat(model.health().noticeProperty().get()).as("news again").isInstanceOf(Notice.Failing.class);
    }

    @Test
    void mailThatIsNotIndexedYetIsCountedUntilThereIsNone() {
        model.search("interview");
        desk.behind = 1200;
        model.load();
        assertThat(model.health().noticeProperty().get())
                .as("what is taken in within moments is not worth a word")
                .isInstanceOf(Notice.None.class);
        desk.behind = 900;
        model.load();
        assertThat(model.health().noticeProperty().get()).isEqualTo(new Notice.Behind(900));
        desk.behind = 0;
        int searches = desk.asked.size();
        model.health().watch(true);
        assertThat(model.health().noticeProperty().get()).isInstanceOf(Notice.None.class);
        assertThat(desk.asked).as("what was missing is looked for again").hasSize(searches + 1);
    }

    @Test
    void anIndexThatIsBeingBuiltIsNotCalledBroken() {
        desk.behind = 1200;
        desk.failure = Optional.of(SearchFailure.Kind.UNBUILT);
        model.search("interview");
        assertThat(model.health().noticeProperty().get())
                .isEqualTo(
                        new Notice.Building(desk.health().mails(), desk.health().mails() + 1200, false));
        assertThat(screen.words().notice(new Notice.Building(20, 1220, false))).contains("20 of 1,220");
    }

    @Test
    void whatASearchFindsCanBeSimulated() {
        model.search("interview");
        model.made().simulate(screen.answer());
        assertThat(screen.policies).containsExactly("simulated interview {}");
    }

    @Test
    void aFailureSaysWhyAndTheNextSearchWorks() {
        desk.broken = true;
        model.search("interview");
        assertThat(model.stateProperty().get()).isInstanceOf(SearchState.Failed.class);
        desk.broken = false;
        model.search("receipt");
        assertThat(model.stateProperty().get()).isInstanceOf(SearchState.Ready.class);
    }

    @Test
    void aWordThatBeginsWithAStarIsSaidNotToBeSearchableWhileItIsTypedAndAsItStands() {
        for (Consumer<String> way : List.<Consumer<String>>of(model::type, model::search)) {
            way.accept("*terview");
            assertThat(model.stateProperty().get())
                    .isInstanceOfSatisfying(
                            SearchState.Failed.class,
                            failed -> assertThat(failed.reason()).contains("cannot begin with *", "terview*"));
            assertThat(model.hits()).isEmpty();
            way.accept("intervie*");
            assertThat(model.hits()).isNotEmpty();
        }
        model.search("*");
        assertThat(model.hits()).as("a lone star finds everything").hasSize(11);
    }

    @Test
    void mailOfAboutTheSameMeaningIsShownAsSuchAndNothingIsDoneToIt(@TempDir Path folder) throws Exception {
        model.search("meetup");
        var meetup = model.hits().getFirst();
        desk.similar = List.of(new SearchDesk.Hit(meetup.mail(), 0, List.of()));
        model.search("receipt");
        var answer = screen.answer();
        assertThat(model.hits()).hasSize(answer.found().hits().size() + 1);
        assertThat(model.hits().stream().filter(model::isSimilar).map(SearchDesk.Hit::mail))
                .containsExactly(meetup.mail());
        assertThat(screen.words().count(answer.found())).endsWith("1 more alike");

        var file = folder.resolve("found.csv");
        screen.files.saveTo(file);
        model.made().export(answer);
        model.made().propose(answer, screen.offers().getFirst(), "");
        assertThat(Files.readAllLines(file)).hasSize(1 + answer.found().hits().size());
        assertThat(screen.proposed)
                .singleElement()
                .satisfies(ids -> assertThat(ids)
                        .hasSize(answer.found().hits().size())
                        .doesNotContain(meetup.mail().id()));
    }

    @Test
    void allHitsAreExportedNeutralised(@TempDir Path folder) throws Exception {
        desk.add(
                1,
                io.countersign.mail.Category.PERSONAL,
                "=cmd|'/C calc'!A0",
                "evil@example.net",
                "@SUM(1+1) interview",
                "x");
        model.search("interview");
        var file = folder.resolve("found.csv");
        screen.files.saveTo(file);
        model.made().export(screen.answer());
        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1 + model.hits().size());
        assertThat(lines.getFirst()).startsWith("date,from_name,from_address,subject");
        assertThat(String.join("\n", lines))
                .contains("'=cmd|")
                .contains("'@SUM")
                .doesNotContain(",=cmd")
                .doesNotContain(",@SUM");
        assertThat(screen.files.suggested()).containsExactly("mails-2026-11-23.csv");
        assertThat(screen.toasts.said())
                .last()
                .asString()
                .contains(model.hits().size() + " mails")
                .contains("found.csv");
    }

    @Test
    void moreHitsThanCanBeListedAreExportedTooTheListedOnesFirst(@TempDir Path folder) throws Exception {
        var many = new SearchStage(SampleSearch.many(2600), new DirectTasks());
        many.model.search("offer");
        var listed = many.model.reader().find(many.answer().asked(), SearchViewModel.MOST).found().hits().stream()
                .map(hit -> hit.mail().envelope().messageId())
                .toList();
        var file = folder.resolve("found.csv");
        many.files.saveTo(file);

        many.model.made().export(many.answer());

        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2601).doesNotHaveDuplicates();
        assertThat(lines.subList(1, 1001))
                .extracting(line -> line.substring(line.lastIndexOf('<') + 1, line.lastIndexOf('>')))
                .isEqualTo(listed);
        assertThat(many.toasts.said()).last().isEqualTo("2,600 mails written to found.csv");
    }

    @Test
    void anExportThatIsCutSaysSo(@TempDir Path folder) throws Exception {
        var many = new SearchStage(SampleSearch.many(2600), new DirectTasks());
        many.desk.mostMatches = 2000;
        many.model.search("offer");
        var file = folder.resolve("found.csv");
        many.files.saveTo(file);

        many.model.made().export(many.answer());

        assertThat(Files.readAllLines(file)).hasSize(2001);
        assertThat(many.toasts.said())
                .last()
                .isEqualTo(
                        "2,000 mails written to found.csv. There are more than can be written at once: these are the newest.");
    }

    @Test
    void anExportThatIsCancelledLeavesTheOldFileAsItWas(@TempDir Path folder) throws Exception {
        var reported = new ArrayList<Long>();
        var slow = new SearchStage(SampleSearch.many(5000), new CancelledLater(reported));
        slow.model.search("offer");
        var file = Files.writeString(folder.resolve("found.csv"), "old");
        slow.files.saveTo(file);
        slow.model.made().export(slow.answer());
        assertThat(reported).as("in the middle").contains(2000L).allMatch(done -> done < 5000);
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("found.csv");
        assertThat(slow.toasts.said()).last().isEqualTo("The export was cancelled; no file was written.");
        assertThat(slow.model.made().workingProperty().get()).isFalse();
    }

    /** Runs each job at once, and cancels it once it has reported 2,000 things. */
    private record CancelledLater(List<Long> reported) implements BackgroundTasks {
        @Override
        public <T> Running run(String title, Job<T> job, Consumer<T> onSuccess) {
            return run(title, job, onSuccess, _ -> {});
        }

        @Override
        public <T> Running run(String title, Job<T> job, Consumer<T> onSuccess, Consumer<Throwable> onFailure) {
            var progress = new Progress() {
                @Override
                public void report(long done, long total, String message) {
                    reported.add(done);
                }

                @Override
                public void checkCancelled() {
                    if (reported.contains(2000L)) {
                        throw new CancellationException();
                    }
                }
            };
            try {
                onSuccess.accept(job.call(progress));
            } catch (Exception e) {
                onFailure.accept(e);
            }
            return () -> {};
        }
    }

    @Test
    void anActionIsProposedForAllHitsNotOnlyForThoseThatWereRead() {
        var many = new SearchStage(SampleSearch.many(2600), new DirectTasks());
        many.model.search("offer");
        many.model.made().look(many.answer());
        assertThat(many.model.made().chosen(many.answer()).orElseThrow().ids()).hasSize(2600);
        many.model.made().propose(many.answer(), many.offers().getFirst(), "");
        assertThat(many.proposed)
                .singleElement()
                .satisfies(ids -> assertThat(ids).hasSize(2600).doesNotHaveDuplicates());
        assertThat(many.counts.of(View.APPROVALS).get()).isEqualTo(2600);
        assertThat(many.toasts.said()).last().asString().startsWith("2,600 proposals wait");
        many.toasts.pressSecond();
        assertThat(many.shown).containsExactly(View.APPROVALS);
    }

    @Test
    void undoInTheNoticeWithdrawsWhatIsPendingAndSaysWhatWasDecidedMeanwhile() {
        model.search("interview");
        model.made().propose(screen.answer(), screen.offers().getFirst(), "");
        int proposed = screen.proposed.getFirst().size();
        assertThat(screen.toasts.said()).last().asString().endsWith("· Undo · Show");
        screen.decided = 2;
        screen.toasts.press();
        assertThat(screen.takenBack).containsExactlyElementsOf(screen.proposed);
        assertThat(screen.toasts.said()).last().isEqualTo(proposed - 2 + " withdrawn, 2 were decided meanwhile");
        assertThat(screen.counts.of(View.APPROVALS).get()).isEqualTo(2);
    }

    @Test
    void anUndoThatWasStoppedSaysWhatIsLeftAndOffersToGoOn() {
        model.search("interview");
        model.made().propose(screen.answer(), screen.offers().getFirst(), "");
        int proposed = screen.proposed.getFirst().size();
        screen.left = 4;
        screen.toasts.press();
        assertThat(screen.toasts.said())
                .last()
                .isEqualTo(proposed - 4 + " withdrawn, then stopped: 4 still wait · Undo the rest · Show");
        assertThat(screen.counts.of(View.APPROVALS).get()).isEqualTo(4);
        screen.left = 0;
        screen.decided = proposed - 4;
        screen.toasts.press();
        assertThat(screen.takenBack).hasSize(2);
        assertThat(screen.counts.of(View.APPROVALS).get()).isZero();
    }

    @Test
    void leavingWhileItIsProposedCancels() {
        var held = new HeldTasks();
        var slow = new SearchStage(SampleSearch.many(1200), held);
        slow.model.search("offer");
        held.runAll();
        slow.model.made().proposingProperty().set(true);
        slow.model.made().look(slow.answer());
        assertThat(slow.model.made().chosen(slow.answer())).isEmpty();
        slow.model.made().leave();
        held.runAll();
        assertThat(slow.proposed).isEmpty();
        assertThat(slow.model.made().proposingProperty().get()).isFalse();
        assertThat(slow.model.made().workingProperty().get()).isFalse();
    }

    @Test
    void anAnswerForWhichThereWasNoTimeSaysThatItIsPartial() {
        desk.failure = java.util.Optional.of(SearchFailure.Kind.UNREACHABLE);
        desk.extent = SearchDesk.Extent.OUT_OF_TIME;
        model.search("interview");
        var notice = model.health().noticeProperty().get();
        assertThat(notice).isEqualTo(new Notice.Failing(SearchFailure.Kind.UNREACHABLE, true));
        assertThat(screen.words().notice(notice)).endsWith("older mail may match too.");
        assertThat(screen.words().count(screen.answer().found())).isEqualTo("At least 11 mails so far");
        desk.extent = SearchDesk.Extent.WHOLE;
        model.search("interview ");
        assertThat(model.health().noticeProperty().get())
                .isEqualTo(new Notice.Failing(SearchFailure.Kind.UNREACHABLE, false));
    }

    @Test
    void aPolicyIsMadeOfTheQueryAndWhatItIsNarrowedDownTo() {
        model.search("interview");
        model.toggle(Facet.CATEGORY, "receipt");
        model.made().makePolicy(screen.answer());
        assertThat(screen.policies).containsExactly("interview {CATEGORY=receipt}");
    }
}
