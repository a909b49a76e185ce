package io.countersign.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.List;

/** Everything that a source hands out. */
final class Collected implements MailSource.Sink {
    final List<RawMail> mails = new ArrayList<>();
    final List<Rejection> rejections = new ArrayList<>();

    static Collected from(MailSource source) {
        var all = new Collected();
        source.read(all, Progress.none());
        return all;
    }

    List<String> contents() {
        return mails.stream()
                .map(mail -> new String(mail.content(), ISO_8859_1))
                .toList();
    }

    @Override
    public void mail(RawMail mail) {
        mails.add(mail);
    }

    @Override
    public void rejected(Rejection rejection) {
        rejections.add(rejection);
    }
}
