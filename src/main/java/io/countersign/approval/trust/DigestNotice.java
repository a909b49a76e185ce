package io.countersign.approval.trust;

import java.util.List;

/** The daily word about what policies did alone. */
@FunctionalInterface
public interface DigestNotice {
    /**
     * The days before today, at most the last seven, on which policies acted alone and of which the person was not told, oldest
     * first. Handing them out counts as telling. Blocking and thread-safe.
     */
    List<TrustDesk.Digest> due();
}
