using System;
using System.Security.Cryptography;
using System.Text;

/// <summary>Prints a hash of what a program would send to the provider.</summary>
internal static class Provider
{
    internal static void Send(string text)
    {
        if (text.Length == 0)
        {
            throw new ArgumentException("nothing to send");
        }
        using (var sha = SHA256.Create())
        {
            Console.WriteLine(BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(text))));
        }
    }
}
