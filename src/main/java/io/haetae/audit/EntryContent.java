package io.haetae.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What an entry says, and the hash that is stored beside it. */
record EntryContent(
        Instant at,
        UUID actorId,
        String actor,
        String institution,
        String action,
        String subjectKind,
        String subjectId,
        String data) {

    /** SHA-256 over the fields, each preceded by its length, so that no two contents share their bytes. */
    byte[] hash() {
        MessageDigest digest = Hashes.sha256();
        List<String> fields =
                List.of(at.toString(), actorId.toString(), actor, institution, action, subjectKind, subjectId, data);
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }
}
