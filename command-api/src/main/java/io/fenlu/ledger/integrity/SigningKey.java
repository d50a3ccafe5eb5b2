package io.fenlu.ledger.integrity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The key that signs checkpoints: made on the first start, kept in a file that only its owner can read. */
public record SigningKey(PrivateKey secret, PublicKey open) {
    /**
     * The key kept in a file, made if there is none.
     *
     * @throws UncheckedIOException when the file cannot be read or written
     * @throws MalformedNote when it is not a key
     */
    public static SigningKey in(Path file) {
        try {
            return Files.exists(file) ? read(Files.readString(file)) : make(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key " + file + " cannot be used", e);
        }
    }

    /** Makes a new key in place of the one in a file; the old one is kept beside it under its own name. */
    public static SigningKey replace(Path file, String oldName) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + "." + oldName), StandardCopyOption.ATOMIC_MOVE);
            return make(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key " + file + " cannot be replaced", e);
        }
    }

    private static SigningKey make(Path file) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var text = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n"
                    + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n";
            Files.createDirectories(file.toAbsolutePath().getParent());
            var mine = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(mine);
            Files.createFile(mine, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(mine, text, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
            Files.move(mine, file, StandardCopyOption.ATOMIC_MOVE);
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform has no Ed25519", e);
        }
    }

    private static SigningKey read(String text) {
        var lines = text.split("\n");
        if (lines.length != 2) {
            throw new MalformedNote("a signing key file has two lines: the secret and the open half");
        }
        try {
            var factory = KeyFactory.getInstance("Ed25519");
            var decoder = Base64.getDecoder();
            return new SigningKey(
                    factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines[0]))),
                    factory.generatePublic(new X509EncodedKeySpec(decoder.decode(lines[1]))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new MalformedNote("the signing key file is damaged");
        }
    }
}
