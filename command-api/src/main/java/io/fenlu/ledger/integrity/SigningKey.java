package io.fenlu.ledger.integrity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;

/** The key that signs checkpoints, kept in a file that only its owner can read. */
public record SigningKey(PrivateKey secret, PublicKey open) {
    private static final Set<PosixFilePermission> MINE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** Signs a text; base64. */
    public String sign(String text) {
        return Base64.getEncoder().encodeToString(Ed25519.sign(text, secret));
    }

    /** The open half: base64 of its 32 bytes. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(Ed25519.raw(open));
    }

    /** Whether the file's open half is this one. */
    public boolean is(String publicKey) {
        return publicKey().equals(publicKey);
    }

    /**
     * The key kept in a file.
     *
     * @throws UnusableKey when the file cannot be read, is not a key, or can be read by others
     */
    public static SigningKey read(Path file) {
        try {
            requirePrivate(file);
            var lines = Files.readString(file).split("\n");
            if (lines.length != 2) {
                throw new UnusableKey("the signing key " + file + " is damaged: it has not two lines");
            }
            var factory = KeyFactory.getInstance("Ed25519");
            var decoder = Base64.getDecoder();
            var key = new SigningKey(
                    factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines[0]))),
                    factory.generatePublic(new X509EncodedKeySpec(decoder.decode(lines[1]))));
            if (!Ed25519.isSigned("both halves", Ed25519.sign("both halves", key.secret), key.open)) {
                throw new UnusableKey("the signing key " + file + " is damaged: its halves do not belong together");
            }
            return key;
        } catch (IOException e) {
            throw new UnusableKey("the signing key " + file + " cannot be read: " + e, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableKey("the signing key " + file + " is damaged", e);
        }
    }

    /**
     * Makes a new key and keeps it in a file, in place of what was there.
     *
     * @throws UnusableKey when the file cannot be written
     */
    public static SigningKey make(Path file) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var text = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n"
                    + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n";
            var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            var mine = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(mine);
            if (knowsOwners(folder)) {
                Files.createFile(mine, PosixFilePermissions.asFileAttribute(MINE));
            }
            Files.writeString(mine, text, StandardOpenOption.CREATE, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
            Files.move(mine, file, StandardCopyOption.ATOMIC_MOVE);
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (IOException e) {
            throw new UnusableKey("the signing key " + file + " cannot be written: " + e, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform has no Ed25519", e);
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        if (knowsOwners(file)) {
            var permissions = Files.getPosixFilePermissions(file);
            if (!MINE.containsAll(permissions)) {
                throw new UnusableKey("the signing key " + file + " can be used by others ("
                        + PosixFilePermissions.toString(permissions) + "); chmod 600 it, or rotate it if they did");
            }
        }
    }

    private static boolean knowsOwners(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class);
    }
}
