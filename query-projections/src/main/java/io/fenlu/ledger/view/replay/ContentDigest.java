package io.fenlu.ledger.view.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jooq.Record;

/** A fingerprint (SHA-256) of what was put into it, in that order. */
final class ContentDigest {
    private static final byte FIELD_ENDS = 0x1f;
    private static final byte ROW_ENDS = 0x1e;

    private final MessageDigest sha256;

    ContentDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    ContentDigest add(Record row) {
        for (int column = 0; column < row.size(); column++) {
            field(String.valueOf(row.get(column)));
        }
        sha256.update(ROW_ENDS);
        return this;
    }

    ContentDigest add(String... fields) {
        for (var field : fields) {
            field(field);
        }
        sha256.update(ROW_ENDS);
        return this;
    }

    /** In lower-case hex; the digest is used up by this. */
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void field(String text) {
        sha256.update(text.getBytes(StandardCharsets.UTF_8));
        sha256.update(FIELD_ENDS);
    }
}
